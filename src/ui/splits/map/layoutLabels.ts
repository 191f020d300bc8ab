export interface MapLabel {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Rough width of a letter, in pixels. */
const LETTER = 7;
const LINE = 16;

/** Labels that lie within the frame and on no other; `first` goes before the others, then they in their order. */
export function layoutLabels(
  labels: readonly MapLabel[],
  { width, height }: { readonly width: number; readonly height: number },
  first: string,
): MapLabel[] {
  const kept: MapLabel[] = [];
  const half = (label: MapLabel) => (LETTER * label.text.length) / 2;
  const rank = ({ id }: MapLabel) => (id === first ? 0 : 1);
  for (const label of [...labels].sort((a, b) => rank(a) - rank(b))) {
    const wide = half(label);
    if (label.x < 0 || label.y < 0 || label.x > width || label.y > height) continue;
    // One at the edge is drawn in as far as it fits.
    const x = Math.min(Math.max(label.x, wide + 4), Math.max(wide + 4, width - wide - 4));
    const placed = { ...label, x };
    const clash = kept.some(
      (other) => Math.abs(other.x - x) < half(other) + wide + 4 && Math.abs(other.y - label.y) < LINE,
    );
    if (!clash) kept.push(placed);
  }
  return kept;
}
