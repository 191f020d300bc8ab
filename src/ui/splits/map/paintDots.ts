import { isArea } from './mapShapes';
import { pixelX, pixelY } from './mapView';
import { SAME } from './marks';
import type { MapPicture } from './paintMap';

const FULL = 2 * Math.PI;
const FAINT = 0.22;

/** How many times as large dots are as in the view that shows everything: they grow a little as one comes nearer. */
export const growth = ({ view, fitScale }: MapPicture): number =>
  Math.min(2.5, Math.max(1, Math.sqrt(view.scale / fitScale)));

/** Paints the points among `units` in pixels: those of one colour are one path, so that 20,000 take some milliseconds. */
export function paintDots(context: CanvasRenderingContext2D, picture: MapPicture, units: Int32Array): void {
  const { shapes, marks, view, colours, differences, palette } = picture;
  const points = shapes.rings ? units.filter((unit) => !isArea(shapes, unit)) : units;
  if (points.length === 0) return;
  const grown = growth(picture);
  const dot = (unit: number, extra: number) => {
    const x = pixelX(view, shapes.x[unit] ?? 0);
    const y = pixelY(view, shapes.y[unit] ?? 0);
    const radius = Math.max(0.5, grown * (marks.radius[unit] ?? 1) + extra);
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, FULL);
  };
  const each = (wanted: (unit: number) => boolean, extra = 0) => {
    context.beginPath();
    for (const unit of points) if (wanted(unit)) dot(unit, extra);
  };
  const moved = (unit: number) => marks.was[unit] !== SAME;
  const fills = palette === 'ramp' ? colours.ramp : colours.territories;
  for (const part of differences ? ['same', 'moved'] : ['all']) {
    const shown = (unit: number) => part === 'all' || (part === 'moved') === moved(unit);
    context.globalAlpha = part === 'same' ? FAINT : 1;
    each((unit) => marks.fill[unit] === -1 && shown(unit), -0.75);
    const stands = picture.unassigned && palette === 'territory';
    context.lineWidth = stands ? 2.5 : 1.5;
    context.strokeStyle = stands ? colours.caution : colours.none;
    context.stroke();
    fills.forEach((fill, colour) => {
      each((unit) => marks.fill[unit] === colour && shown(unit));
      context.fillStyle = fill;
      context.fill();
      if (palette !== 'ramp') return;
      // The palest class would be lost on paper.
      context.lineWidth = 0.75;
      context.strokeStyle = colours.none;
      context.stroke();
    });
  }
  context.globalAlpha = 1;
  if (differences) {
    // Around it, where it came from.
    context.lineWidth = 2;
    [...colours.territories, colours.none].forEach((stroke, colour, { length }) => {
      each((unit) => moved(unit) && marks.was[unit] === (colour === length - 1 ? -1 : colour), 2.5);
      context.strokeStyle = stroke;
      context.stroke();
    });
  }
  each((unit) => marks.active[unit] === 1, 1);
  context.lineWidth = 1;
  context.strokeStyle = colours.ink;
  context.stroke();
  each((unit) => marks.selected[unit] === 1, 2.5);
  context.lineWidth = 4;
  context.strokeStyle = colours.paper;
  context.stroke();
  context.lineWidth = 2;
  context.strokeStyle = colours.ink;
  context.stroke();
}
