/** How km become pixels: x to the right, y (north) upwards. `scale` is pixels a km; `x` and `y` where km (0, 0) falls. */
export interface MapView {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

const MARGIN = 24;
/** Pixels a km: a continent on a phone, and a town. */
const LEAST = 0.004;
const MOST = 12;
/** Km shown at least to each side of what is fitted. */
const AROUND = 10;

/** The view that shows all of an extent in a frame of that many pixels. */
export function fitView({ left, right, bottom, top }: Extent, width: number, height: number): MapView {
  const across = Math.max(right - left, 2 * AROUND);
  const up = Math.max(top - bottom, 2 * AROUND);
  const scale = clampScale(Math.min((width - 2 * MARGIN) / across, (height - 2 * MARGIN) / up));
  return { scale, x: width / 2 - (scale * (left + right)) / 2, y: height / 2 + (scale * (bottom + top)) / 2 };
}

const clampScale = (scale: number): number => Math.min(MOST, Math.max(LEAST, scale));

/** The view so many times as near, with what is at that pixel staying there. */
export function zoomAt(view: MapView, factor: number, px: number, py: number): MapView {
  const scale = clampScale(view.scale * factor);
  const ratio = scale / view.scale;
  return { scale, x: px - (px - view.x) * ratio, y: py - (py - view.y) * ratio };
}

export const panBy = (view: MapView, dx: number, dy: number): MapView => ({
  ...view,
  x: view.x + dx,
  y: view.y + dy,
});

export const pixelX = (view: MapView, km: number): number => view.x + view.scale * km;
export const pixelY = (view: MapView, km: number): number => view.y - view.scale * km;
export const kmX = (view: MapView, pixel: number): number => (pixel - view.x) / view.scale;
export const kmY = (view: MapView, pixel: number): number => (view.y - pixel) / view.scale;
