import type { AreaDetail, AreaPaths } from './areaPaths';
import type { MapPicture } from './paintMap';
import { SAME } from './marks';
import type { Extent } from './mapView';

/** CSS pixels from one stripe to the next, and across one. */
const STRIPES = 7;
const STRIPE = 2.5;

/**
 * Paints areas in km on a context that is transformed so: fills, what moved striped in the colour that it had, thin lines between
 * areas and thick ones between territories, outlines of the active territory and of what is selected. `units` are those that can be seen
 * in the box that is painted; `scale` is CSS pixels a km.
 */
export function paintAreas(
  context: CanvasRenderingContext2D,
  paths: AreaPaths,
  picture: MapPicture,
  units: Int32Array,
  box: Extent,
  ratio: number,
): void {
  const { marks, colours, differences, palette, view } = picture;
  const px = 1 / view.scale;
  const detail = paths.detail(view.scale * ratio);
  const fillOf = (unit: number): string => {
    const fill = marks.fill[unit] ?? -1;
    if (fill < 0) return colours.paper;
    if (palette === 'ramp') return colours.ramp[fill] ?? colours.paper;
    const moved = marks.was[unit] !== SAME;
    return (differences && !moved ? colours.faint : colours.areas)[fill] ?? colours.paper;
  };
  const stripes = stripesOf(context, view.scale, ratio);
  for (const unit of units) {
    if (!paths.has(unit)) continue;
    const path = detail.path(unit);
    context.fillStyle = fillOf(unit);
    context.fill(path, 'evenodd');
    const was = marks.was[unit] ?? SAME;
    const over =
      differences && was !== SAME
        ? (colours.territories[was] ?? colours.none)
        : marks.fill[unit] === -1
          ? palette === 'ramp'
            ? colours.none
            : picture.unassigned
              ? colours.caution
              : undefined
          : undefined;
    if (over === undefined) continue;
    context.fillStyle = stripes(over);
    context.fill(path, 'evenodd');
  }
  paintLines(context, paths, detail, picture, box, px);
  const outlined = new Path2D();
  for (const unit of units)
    if (marks.selected[unit] === 1 && paths.has(unit)) outlined.addPath(detail.path(unit));
  context.lineJoin = 'round';
  stroke(context, outlined, colours.paper, 5 * px);
  stroke(context, outlined, colours.ink, 2.5 * px);
}

function paintLines(
  context: CanvasRenderingContext2D,
  paths: AreaPaths,
  detail: AreaDetail,
  { marks, colours, differences }: MapPicture,
  box: Extent,
  px: number,
): void {
  const { borders } = paths;
  const [thin, thick, coast, active, moved] = Array.from({ length: 5 }, () => new Path2D());
  if (!thin || !thick || !coast || !active || !moved) return;
  for (const line of borders.grid.near(box)) {
    const [one, other] = [borders.one[line] ?? 0, borders.other[line] ?? -1];
    const bounds = other >= 0 && marks.number[one] !== marks.number[other];
    detail.addLine(line, other < 0 ? coast : bounds ? thick : thin);
    if (marks.active[one] !== (other < 0 ? 0 : marks.active[other])) detail.addLine(line, active);
    if (differences && wasMoved(marks.was, one) !== wasMoved(marks.was, other)) detail.addLine(line, moved);
  }
  stroke(context, thin, colours.paper, 0.75 * px);
  stroke(context, coast, colours.none, px);
  // Where all is about what moved, territories' borders stand back.
  stroke(context, thick, differences ? colours.none : colours.ink, (differences ? 0.75 : 1.25) * px);
  stroke(context, moved, colours.ink, 1.5 * px);
  stroke(context, active, colours.paper, 5 * px);
  stroke(context, active, colours.ink, 3 * px);
}

const wasMoved = (was: Int16Array, unit: number): boolean => unit >= 0 && was[unit] !== SAME;

function stroke(context: CanvasRenderingContext2D, path: Path2D, colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(path);
}

/** Slanting stripes of a colour. They hang on the map, not on what is painted of it, so that parts painted one by one fit. */
function stripesOf(context: CanvasRenderingContext2D, scale: number, ratio: number) {
  const made = new Map<string, CanvasPattern | string>();
  return (colour: string): CanvasPattern | string => {
    const known = made.get(colour);
    if (known !== undefined) return known;
    const side = Math.round(STRIPES * ratio);
    const tile = document.createElement('canvas');
    [tile.width, tile.height] = [side, side];
    const on = tile.getContext('2d');
    if (on) {
      on.strokeStyle = colour;
      on.lineWidth = STRIPE * ratio;
      // The corners too, or the stripe would be cut where tiles meet.
      for (const shift of [-side, 0, side]) {
        on.moveTo(shift - 1, side + 1);
        on.lineTo(shift + side + 1, -1);
      }
      on.stroke();
    }
    const pattern = context.createPattern(tile, 'repeat');
    pattern?.setTransform(new DOMMatrix([1 / (scale * ratio), 0, 0, -1 / (scale * ratio), 0, 0]));
    made.set(colour, pattern ?? colour);
    return pattern ?? colour;
  };
}
