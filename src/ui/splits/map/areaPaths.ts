import type { Rings } from '../../../territory/rings';
import { coarsenLine, coarsenRings } from './coarsenRings';
import { isArea, type MapShapes } from './mapShapes';
import { traceBorders, type Borders } from './traceBorders';

/** Pixels that corners are told apart by. */
const CELL = 0.5;
/** Nearer than this nothing is left out: km. */
const FINEST = 0.02;

/** Outlines as the canvas takes them, in km, at the detail that a scale can show. */
export interface AreaDetail {
  path(unit: number): Path2D;
  /** Adds a line between areas to a path. */
  addLine(line: number, to: Path2D): void;
}

/** The outlines of areas and the lines between them, made when first asked for and kept for each level of detail. */
export class AreaPaths {
  readonly #shapes: MapShapes;
  readonly #rings: Rings;
  readonly #levels = new Map<number, AreaDetail>();
  #borders: Borders | undefined;

  constructor(shapes: MapShapes, rings: Rings) {
    this.#shapes = shapes;
    this.#rings = rings;
  }

  get borders(): Borders {
    return (this.#borders ??= traceBorders(this.#rings));
  }

  has(unit: number): boolean {
    return isArea(this.#shapes, unit);
  }

  /** The detail for so many device pixels a km: each level is twice as fine as the one before. */
  detail(scale: number): AreaDetail {
    const level = Math.ceil(Math.log2(scale));
    const known = this.#levels.get(level);
    if (known) return known;
    const made = makeDetail(this.#rings, this.borders, CELL / 2 ** level);
    this.#levels.set(level, made);
    return made;
  }
}

function makeDetail(rings: Rings, borders: Borders, cell: number): AreaDetail {
  const outlines = cell > FINEST ? coarsenRings(rings, cell) : rings;
  const paths: Path2D[] = [];
  const lines: Path2D[] = [];
  return {
    path: (unit) => (paths[unit] ??= ringPath(outlines, unit)),
    addLine: (line, to) => to.addPath((lines[line] ??= linePath(borders, line, cell))),
  };
}

function ringPath({ x, y, ringStart, shapeStart }: Rings, unit: number): Path2D {
  const path = new Path2D();
  for (let ring = shapeStart[unit] ?? 0; ring < (shapeStart[unit + 1] ?? 0); ring++) {
    const from = ringStart[ring] ?? 0;
    path.moveTo(x[from] ?? 0, y[from] ?? 0);
    for (let at = from + 1; at < (ringStart[ring + 1] ?? 0); at++) path.lineTo(x[at] ?? 0, y[at] ?? 0);
    path.closePath();
  }
  return path;
}

function linePath(borders: Borders, line: number, cell: number): Path2D {
  const path = new Path2D();
  const [x, y]: [number[], number[]] = [[], []];
  const [from, to] = [borders.start[line] ?? 0, borders.start[line + 1] ?? 0];
  coarsenLine(borders, from, to, Math.max(cell, FINEST / 2), x, y);
  x.forEach((km, at) => (at === 0 ? path.moveTo(km, y[at] ?? 0) : path.lineTo(km, y[at] ?? 0)));
  return path;
}
