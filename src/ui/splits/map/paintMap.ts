import type { Dots } from './dots';
import type { MapColours } from './mapColours';
import { pixelX, pixelY, type MapView } from './mapView';

const FULL = 2 * Math.PI;
const FAINT = 0.22;

export interface MapPicture {
  readonly dots: Dots;
  readonly view: MapView;
  readonly colours: MapColours;
  /** Of the view that shows everything: dots grow a little as one comes nearer. */
  readonly fitScale: number;
  /** Whether what did not move from the other split is faint. */
  readonly differences: boolean;
  /** Outlines of land and states in km, where they have been fetched. */
  readonly outlines?: Path2D | undefined;
}

/** Paints all of the map that is not hit or labelled. Dots of one colour are one path: 20,000 take some milliseconds. */
export function paintMap(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  ratio: number,
  { dots, view, colours, fitScale, differences, outlines }: MapPicture,
): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  if (outlines) {
    context.setTransform(ratio * view.scale, 0, 0, -ratio * view.scale, ratio * view.x, ratio * view.y);
    context.lineWidth = 1 / view.scale;
    context.strokeStyle = colours.line;
    context.stroke(outlines);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
  }
  const grown = Math.min(2.5, Math.max(1, Math.sqrt(view.scale / fitScale)));
  const at = (unit: number, extra = 0): boolean => {
    const x = pixelX(view, dots.x[unit] ?? 0);
    const y = pixelY(view, dots.y[unit] ?? 0);
    const radius = Math.max(0.5, grown * (dots.radius[unit] ?? 1) + extra);
    if (x < -radius || y < -radius || x > width + radius || y > height + radius) return false;
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, FULL);
    return true;
  };
  const each = (wanted: (unit: number) => boolean, extra = 0) => {
    context.beginPath();
    for (let unit = 0; unit < dots.x.length; unit++) if (wanted(unit)) at(unit, extra);
  };
  const moved = (unit: number) => (dots.was[unit] ?? -2) !== -2;
  for (const part of differences ? ['same', 'moved'] : ['all']) {
    const shown = (unit: number) => part === 'all' || (part === 'moved') === moved(unit);
    context.globalAlpha = part === 'same' ? FAINT : 1;
    each((unit) => dots.colour[unit] === -1 && shown(unit), -0.75);
    context.lineWidth = 1.5;
    context.strokeStyle = colours.none;
    context.stroke();
    colours.territories.forEach((fill, colour) => {
      each((unit) => dots.colour[unit] === colour && shown(unit));
      context.fillStyle = fill;
      context.fill();
    });
  }
  context.globalAlpha = 1;
  if (differences) {
    // Around it, where it came from.
    context.lineWidth = 2;
    [...colours.territories, colours.none].forEach((stroke, colour, { length }) => {
      each((unit) => moved(unit) && dots.was[unit] === (colour === length - 1 ? -1 : colour), 2.5);
      context.strokeStyle = stroke;
      context.stroke();
    });
  }
  each((unit) => dots.active[unit] === 1, 1);
  context.lineWidth = 1;
  context.strokeStyle = colours.ink;
  context.stroke();
  each((unit) => dots.selected[unit] === 1, 2.5);
  context.lineWidth = 4;
  context.strokeStyle = colours.paper;
  context.stroke();
  context.lineWidth = 2;
  context.strokeStyle = colours.ink;
  context.stroke();
  // A locked account has a hole.
  context.beginPath();
  for (let unit = 0; unit < dots.x.length; unit++) {
    if (dots.locked[unit] !== 1) continue;
    const [x, y] = [pixelX(view, dots.x[unit] ?? 0), pixelY(view, dots.y[unit] ?? 0)];
    const radius = Math.max(1, 0.4 * grown * (dots.radius[unit] ?? 1));
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, FULL);
  }
  context.fillStyle = colours.paper;
  context.fill();
}
