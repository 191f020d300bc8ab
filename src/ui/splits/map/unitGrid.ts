import type { Extent } from './mapView';

/** What each thing on the map spans, in km. */
export interface Boxes {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly bottom: Float64Array;
  readonly top: Float64Array;
}

/** Things in a cell of the grid, about. */
const PER_CELL = 2;

/** Finds what lies in a part of the map without looking at the rest: a grid over boxes, each in all cells that it meets. */
export class UnitGrid {
  readonly #boxes: Boxes;
  readonly #count: number;
  readonly #extent: Extent;
  readonly #columns: number;
  readonly #rows: number;
  readonly #start: Int32Array;
  readonly #members: Int32Array;
  /** The search that saw each thing last, so that none is found twice. */
  readonly #seen: Int32Array;
  #search = 0;

  constructor(boxes: Boxes) {
    this.#boxes = boxes;
    this.#count = boxes.left.length;
    this.#extent = spanOf(boxes);
    const { left, right, bottom, top } = this.#extent;
    const across = Math.max(right - left, 1e-9);
    const up = Math.max(top - bottom, 1e-9);
    const cells = Math.max(1, this.#count / PER_CELL);
    this.#columns = clamp(Math.round(Math.sqrt((cells * across) / up)), 1, cells);
    this.#rows = clamp(Math.round(cells / this.#columns), 1, cells);
    this.#seen = new Int32Array(this.#count);
    this.#start = new Int32Array(this.#columns * this.#rows + 1);
    for (let thing = 0; thing < this.#count; thing++)
      this.#cellsOf(this.#boxOf(thing), (cell) => this.#add(this.#start, cell + 1));
    this.#start.forEach((count, cell) => (this.#start[cell] = count + (this.#start[cell - 1] ?? 0)));
    this.#members = new Int32Array(this.#start.at(-1) ?? 0);
    const next = this.#start.slice();
    for (let thing = 0; thing < this.#count; thing++)
      this.#cellsOf(this.#boxOf(thing), (cell) => {
        this.#members[next[cell] ?? 0] = thing;
        this.#add(next, cell);
      });
  }

  /** Those whose boxes meet this one, in their order. */
  near(box: Extent): Int32Array {
    const { left, right, bottom, top } = this.#extent;
    if (box.left <= left && box.right >= right && box.bottom <= bottom && box.top >= top)
      return Int32Array.from({ length: this.#count }, (_, thing) => thing);
    this.#search++;
    const found: number[] = [];
    this.#cellsOf(box, (cell) => {
      for (let at = this.#start[cell] ?? 0; at < (this.#start[cell + 1] ?? 0); at++) {
        const thing = this.#members[at] ?? 0;
        if (this.#seen[thing] === this.#search || !this.#meets(thing, box)) continue;
        this.#seen[thing] = this.#search;
        found.push(thing);
      }
    });
    return Int32Array.from(found).sort();
  }

  #meets(thing: number, box: Extent): boolean {
    const { left, right, bottom, top } = this.#boxes;
    return (
      (left[thing] ?? 0) <= box.right &&
      (right[thing] ?? 0) >= box.left &&
      (bottom[thing] ?? 0) <= box.top &&
      (top[thing] ?? 0) >= box.bottom
    );
  }

  #boxOf(thing: number): Extent {
    const { left, right, bottom, top } = this.#boxes;
    return {
      left: left[thing] ?? 0,
      right: right[thing] ?? 0,
      bottom: bottom[thing] ?? 0,
      top: top[thing] ?? 0,
    };
  }

  #cellsOf(box: Extent, visit: (cell: number) => void): void {
    const { left, right, bottom, top } = this.#extent;
    const column = (x: number) =>
      clamp(Math.floor(((x - left) / Math.max(right - left, 1e-9)) * this.#columns), 0, this.#columns - 1);
    const row = (y: number) =>
      clamp(Math.floor(((y - bottom) / Math.max(top - bottom, 1e-9)) * this.#rows), 0, this.#rows - 1);
    for (let y = row(box.bottom); y <= row(box.top); y++)
      for (let x = column(box.left); x <= column(box.right); x++) visit(y * this.#columns + x);
  }

  #add(counts: Int32Array, place: number): void {
    counts[place] = (counts[place] ?? 0) + 1;
  }
}

const clamp = (value: number, least: number, most: number): number =>
  Math.floor(Math.min(most, Math.max(least, value)));

function spanOf({ left, right, bottom, top }: Boxes): Extent {
  return {
    left: left.reduce((so, each) => Math.min(so, each), Infinity),
    right: right.reduce((so, each) => Math.max(so, each), -Infinity),
    bottom: bottom.reduce((so, each) => Math.min(so, each), Infinity),
    top: top.reduce((so, each) => Math.max(so, each), -Infinity),
  };
}
