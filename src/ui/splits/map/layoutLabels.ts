export interface MapLabel {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Pixels to the right and downwards. */
export interface LabelBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface LabelFrame {
  readonly width: number;
  readonly height: number;
}

/** Rough width of a letter, in pixels. */
const LETTER = 7;
const LINE = 16;
const GAP = 4;
/** Off by lines upwards and downwards, and by halves of its width: where a label goes that is in the way where it belongs. */
const PLACES = [
  [0, 0],
  [0, -1],
  [0, 1],
  [1, 0],
  [-1, 0],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
  [0, -2],
  [0, 2],
] as const;

const half = ({ text }: MapLabel): number => (LETTER * text.length) / 2;

const clash = (one: MapLabel, other: MapLabel): boolean =>
  Math.abs(one.x - other.x) < half(one) + half(other) + GAP && Math.abs(one.y - other.y) < LINE;

/**
 * Labels that lie on no other: each where it belongs, or beside, where least is under it (`under` counts what is in a box); one
 * that fits nowhere is left out. `first` goes before the others, then they in their order. Where the frame is decides nothing but what is
 * seen, so that labels keep to the map as it is dragged; one at its edge is drawn in. Cost: labels times labels kept.
 */
export function layoutLabels(
  labels: readonly MapLabel[],
  { width, height }: LabelFrame,
  first: string,
  under: (box: LabelBox) => number = () => 0,
): MapLabel[] {
  const kept: MapLabel[] = [];
  const rank = ({ id }: MapLabel) => (id === first ? 0 : 1);
  for (const label of [...labels].sort((a, b) => rank(a) - rank(b))) {
    const placed = placeLabel(label, kept, under);
    if (placed) kept.push(placed);
  }
  const seen: MapLabel[] = [];
  for (const label of kept) {
    if (label.x < 0 || label.y < 0 || label.x > width || label.y > height) continue;
    const edge = half(label) + GAP;
    const x = Math.min(Math.max(label.x, edge), Math.max(edge, width - edge));
    const drawn = { ...label, x };
    if (!seen.some((other) => clash(drawn, other))) seen.push(drawn);
  }
  return seen;
}

function placeLabel(
  label: MapLabel,
  kept: readonly MapLabel[],
  under: (box: LabelBox) => number,
): MapLabel | undefined {
  let best: MapLabel | undefined;
  let least = Infinity;
  const wide = half(label);
  for (const [across, down] of PLACES) {
    const placed = { ...label, x: label.x + across * (wide + 2 * GAP), y: label.y + down * LINE };
    if (kept.some((other) => clash(placed, other))) continue;
    const { x, y } = placed;
    // A text stands on its line.
    const count = under({ left: x - wide, right: x + wide, top: y - LINE + GAP, bottom: y + GAP });
    if (count < least) [best, least] = [placed, count];
    if (count === 0) break;
  }
  return best;
}
