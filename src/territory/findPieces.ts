import type { Graph } from './graph';
import type { Split } from './units';

export interface Pieces {
  /** Each unit's piece; −1 for units without a territory. */
  readonly pieceOf: Int32Array;
  /** Each piece's territory. */
  readonly territoryOf: number[];
}

/** The connected pieces that territories consist of, in the order of their first units. Cost: linear in edges. */
export function findPieces(graph: Graph, split: Split): Pieces {
  const pieceOf = new Int32Array(split.length).fill(-1);
  const territoryOf: number[] = [];
  const queue = new Int32Array(split.length);
  for (let first = 0; first < split.length; first++) {
    const territory = split[first] ?? -1;
    if (territory < 0 || pieceOf[first] !== -1) continue;
    const piece = territoryOf.push(territory) - 1;
    pieceOf[first] = piece;
    queue[0] = first;
    for (let head = 0, tail = 1; head < tail; head++) {
      const unit = queue[head] ?? 0;
      const end = graph.start[unit + 1] ?? 0;
      for (let edge = graph.start[unit] ?? 0; edge < end; edge++) {
        const other = graph.to[edge] ?? 0;
        if (pieceOf[other] !== -1 || split[other] !== territory) continue;
        pieceOf[other] = piece;
        queue[tail++] = other;
      }
    }
  }
  return { pieceOf, territoryOf };
}
