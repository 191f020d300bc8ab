import { changedMarks } from './marks';
import { pixelX, pixelY, type MapView } from './mapView';
import { paintMap, reachOf, type MapPicture, type Patch } from './paintMap';

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

/** A picture that took less than this to paint is painted anew while one zooms: milliseconds. */
const QUICK = 10;
/** A hand that has not zoomed for so long rests: milliseconds. */
const REST = 120;
/** Patches are painted one by one as long as there are few, and cover little of the frame. */
const FEW = 600;
const LITTLE = 0.5;

interface Painted {
  readonly picture: MapPicture;
  readonly frame: Frame;
}

/**
 * The canvas of a map, painted no more than need be. What has been painted is kept: a pan moves it and paints the strips that
 * come into sight, a stroke paints the patch that it changed, a zoom stretches it until the hand rests.
 */
export class MapCanvas {
  readonly #shown: CanvasRenderingContext2D;
  readonly #kept: CanvasRenderingContext2D;
  #painted: Painted | undefined;
  #cost = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(shown: CanvasRenderingContext2D, kept: CanvasRenderingContext2D) {
    this.#shown = shown;
    this.#kept = kept;
  }

  /** Shows a picture in a frame of that size. */
  show(wanted: MapPicture, frame: Frame): void {
    clearTimeout(this.#rest);
    const picture = { ...wanted, view: snap(wanted.view, frame.ratio) };
    const before = this.#painted;
    for (const { canvas } of [this.#shown, this.#kept]) fit(canvas, frame);
    if (!before || !isSame(before, picture, frame)) return this.#whole(picture, frame);
    if (before.picture.view.scale !== picture.view.scale) {
      if (this.#cost < QUICK) return this.#whole(picture, frame);
      this.#stretch(before.picture.view, wanted.view, frame);
      this.#rest = setTimeout(() => this.#whole(picture, frame), REST);
      return;
    }
    const strips = this.#scroll(before.picture.view, picture, frame);
    const patch = strips && this.#changed(before.picture, picture, frame);
    if (!strips || !patch) return this.#whole(picture, frame);
    for (const each of [...strips, ...patch]) paintMap(this.#kept, picture, each, frame.ratio);
    this.#painted = { picture, frame };
    this.#blit();
  }

  end(): void {
    clearTimeout(this.#rest);
  }

  #whole(picture: MapPicture, frame: Frame): void {
    const began = performance.now();
    paintMap(this.#kept, picture, { left: 0, top: 0, width: frame.width, height: frame.height }, frame.ratio);
    this.#painted = { picture, frame };
    this.#blit();
    this.#cost = performance.now() - began;
  }

  #blit(): void {
    this.#shown.setTransform(1, 0, 0, 1, 0, 0);
    this.#shown.drawImage(this.#kept.canvas, 0, 0);
  }

  /** What was painted at one view, as near as it comes to another. */
  #stretch(from: MapView, to: MapView, { width, height, ratio }: Frame): void {
    const factor = to.scale / from.scale;
    const context = this.#shown;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = this.#painted?.picture.colours.paper ?? 'transparent';
    context.fillRect(0, 0, width, height);
    const [x, y] = [to.x - from.x * factor, to.y - from.y * factor];
    context.drawImage(this.#kept.canvas, x, y, width * factor, height * factor);
  }

  /** Moves what was painted; the strips to be painted, or undefined where little of it is left. */
  #scroll(from: MapView, { view }: MapPicture, { width, height, ratio }: Frame): Patch[] | undefined {
    const [dx, dy] = [view.x - from.x, view.y - from.y];
    if (dx === 0 && dy === 0) return [];
    if (Math.abs(dx) > width / 2 || Math.abs(dy) > height / 2) return undefined;
    const context = this.#kept;
    context.setTransform(1, 0, 0, 1, 0, 0);
    // What is opaque covers what it is laid over.
    context.drawImage(context.canvas, Math.round(dx * ratio), Math.round(dy * ratio));
    const strips: Patch[] = [];
    if (dx !== 0) strips.push({ left: dx > 0 ? 0 : width + dx, top: 0, width: Math.abs(dx), height });
    if (dy !== 0) strips.push({ left: 0, top: dy > 0 ? 0 : height + dy, width, height: Math.abs(dy) });
    return strips.map((strip) => grow(strip, 1));
  }

  /** The patch that marks changed in; undefined where so much of it changed that all may as well be painted. */
  #changed(before: MapPicture, picture: MapPicture, frame: Frame): Patch[] | undefined {
    if (before.marks === picture.marks) return [];
    const units = changedMarks(before.marks, picture.marks);
    if (!units || units.length > FEW) return undefined;
    const patch = patchOf(picture, units, frame);
    if (!patch) return [];
    return patch.width * patch.height > LITTLE * frame.width * frame.height ? undefined : [patch];
  }
}

/** Whether all but the view and marks is as it was. */
function isSame({ picture: before, frame: old }: Painted, now: MapPicture, frame: Frame): boolean {
  return (
    old.width === frame.width &&
    old.height === frame.height &&
    old.ratio === frame.ratio &&
    before.shapes === now.shapes &&
    before.areas === now.areas &&
    before.colours === now.colours &&
    before.fitScale === now.fitScale &&
    before.palette === now.palette &&
    before.differences === now.differences &&
    before.unassigned === now.unassigned &&
    before.outlines === now.outlines
  );
}

/** What is seen of units, as a part of the frame on whole pixels; undefined where nothing of them is. */
export function patchOf(picture: MapPicture, units: readonly number[], frame: Frame): Patch | undefined {
  const { shapes, view } = picture;
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const unit of units) {
    left = Math.min(left, pixelX(view, shapes.boxes.left[unit] ?? 0));
    right = Math.max(right, pixelX(view, shapes.boxes.right[unit] ?? 0));
    top = Math.min(top, pixelY(view, shapes.boxes.top[unit] ?? 0));
    bottom = Math.max(bottom, pixelY(view, shapes.boxes.bottom[unit] ?? 0));
  }
  const reach = reachOf(picture);
  const x0 = Math.max(0, Math.floor(left - reach));
  const y0 = Math.max(0, Math.floor(top - reach));
  const x1 = Math.min(frame.width, Math.ceil(right + reach));
  const y1 = Math.min(frame.height, Math.ceil(bottom + reach));
  return x1 > x0 && y1 > y0 ? { left: x0, top: y0, width: x1 - x0, height: y1 - y0 } : undefined;
}

/** The view that falls on whole pixels of the device, so that what was painted can be moved. */
const snap = (view: MapView, ratio: number): MapView => ({
  ...view,
  x: Math.round(view.x * ratio) / ratio,
  y: Math.round(view.y * ratio) / ratio,
});

const grow = ({ left, top, width, height }: Patch, by: number): Patch => ({
  left: left - by,
  top: top - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

function fit(canvas: HTMLCanvasElement, { width, height, ratio }: Frame): void {
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
}
