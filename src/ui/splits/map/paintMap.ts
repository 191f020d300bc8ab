import type { AreaPaths } from './areaPaths';
import type { MapColours } from './mapColours';
import { isArea, type MapShapes } from './mapShapes';
import { kmX, kmY, pixelX, pixelY, type MapView } from './mapView';
import type { Marks } from './marks';
import { paintAreas } from './paintAreas';
import { growth, paintDots } from './paintDots';

const FULL = 2 * Math.PI;
/** What is drawn of a unit beyond its outline or its radius, in pixels. */
export const BEYOND = 6;

export interface MapPicture {
  readonly shapes: MapShapes;
  readonly areas?: AreaPaths | undefined;
  readonly marks: Marks;
  readonly view: MapView;
  readonly colours: MapColours;
  /** Of the view that shows everything. */
  readonly fitScale: number;
  /** What fills are: territories, or classes of a measure. */
  readonly palette: 'territory' | 'ramp';
  /** Whether what did not move from the other split is faint. */
  readonly differences: boolean;
  /** Whether what is in no territory stands out. */
  readonly unassigned: boolean;
  /** Outlines of land and states in km, where they have been fetched and are wanted. */
  readonly outlines?: Path2D | undefined;
}

/** A part of the frame in CSS pixels. */
export interface Patch {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Paints a part of what is not hit or labelled, the same to the pixel whether in one or in parts. Costs what can be seen in it. */
export function paintMap(
  context: CanvasRenderingContext2D,
  picture: MapPicture,
  patch: Patch,
  ratio: number,
): void {
  const { shapes, areas, view, colours, outlines } = picture;
  const inPixels = () => context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const inKm = () =>
    context.setTransform(ratio * view.scale, 0, 0, -ratio * view.scale, ratio * view.x, ratio * view.y);
  context.save();
  inPixels();
  context.beginPath();
  context.rect(patch.left, patch.top, patch.width, patch.height);
  context.clip();
  context.fillStyle = colours.paper;
  context.fillRect(patch.left, patch.top, patch.width, patch.height);
  const reach = reachOf(picture);
  const box = {
    left: kmX(view, patch.left - reach),
    right: kmX(view, patch.left + patch.width + reach),
    bottom: kmY(view, patch.top + patch.height + reach),
    top: kmY(view, patch.top - reach),
  };
  const units = shapes.grid.near(box);
  const drawOutlines = (colour: string, width: number) => {
    if (!outlines) return;
    context.lineWidth = width / view.scale;
    context.strokeStyle = colour;
    context.stroke(outlines);
  };
  inKm();
  if (areas) {
    paintAreas(context, areas, picture, units, box, ratio);
    drawOutlines(colours.ink, 1);
  } else drawOutlines(colours.line, 1);
  inPixels();
  paintDots(context, picture, units);
  paintSigns(context, picture, units);
  context.restore();
}

/** How far from its middle or outline a unit is drawn, in pixels. */
export function reachOf(picture: MapPicture): number {
  const largest = picture.marks.radius.reduce((most, each) => Math.max(most, each), 0);
  return growth(picture) * largest + BEYOND;
}

/** What is locked has a hole, what is heavier than a fair share a triangle. */
function paintSigns(context: CanvasRenderingContext2D, picture: MapPicture, units: Int32Array): void {
  const { shapes, marks, view, colours } = picture;
  const grown = growth(picture);
  const radiusOf = (unit: number) =>
    isArea(shapes, unit) ? 2.5 : Math.max(1, 0.4 * grown * (marks.radius[unit] ?? 1));
  const at = (unit: number) =>
    [pixelX(view, shapes.x[unit] ?? 0), pixelY(view, shapes.y[unit] ?? 0)] as const;
  context.beginPath();
  for (const unit of units) {
    if (marks.locked[unit] !== 1) continue;
    const [x, y] = at(unit);
    const radius = radiusOf(unit);
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, FULL);
  }
  context.fillStyle = colours.paper;
  context.fill();
  if (picture.areas) {
    context.lineWidth = 1;
    context.strokeStyle = colours.ink;
    context.stroke();
  }
  context.beginPath();
  for (const unit of units) {
    if (marks.heavy[unit] !== 1) continue;
    const [x, y] = at(unit);
    context.moveTo(x, y - 6);
    context.lineTo(x + 5.5, y + 4);
    context.lineTo(x - 5.5, y + 4);
    context.closePath();
  }
  context.fillStyle = colours.ink;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = colours.paper;
  context.stroke();
}
