import { findPieces } from './findPieces';
import type { Split, Units } from './units';

/**
 * The split with every territory in one piece where neighbours allow: of a territory in pieces the heaviest stays (or the one
 * that holds a locked unit), each other piece goes, unit by unit from its border, to the neighbouring territory whose
 * centre is nearest less the territory's price. Pieces that touch nothing else stay. Cost: linear, for each of a few passes.
 */
export function mendPieces(
  units: Units,
  split: Split,
  centres: { readonly x: Float64Array; readonly y: Float64Array },
  prices: Float64Array,
  locked?: Uint8Array,
): Split {
  const { count, x, y, weight, graph } = units;
  const mended = split.slice();
  const { pieceOf, territoryOf } = findPieces(graph, split);
  const load = new Float64Array(territoryOf.length);
  for (let unit = 0; unit < count; unit++) {
    const piece = pieceOf[unit] ?? -1;
    if (piece >= 0) load[piece] = (load[piece] ?? 0) + (locked?.[unit] ? 1e300 : (weight[unit] ?? 0));
  }
  const kept = new Int32Array(prices.length).fill(-1);
  territoryOf.forEach((territory, piece) => {
    const best = kept[territory] ?? -1;
    if (best < 0 || (load[piece] ?? 0) > (load[best] ?? 0)) kept[territory] = piece;
  });
  const loose: number[] = [];
  for (let unit = 0; unit < count; unit++) {
    const piece = pieceOf[unit] ?? -1;
    if (piece < 0 || kept[territoryOf[piece] ?? 0] === piece || locked?.[unit]) continue;
    mended[unit] = -1;
    loose.push(unit);
  }
  // from the border inwards: a unit goes to a territory that it touches, once there is one
  for (let waiting = loose; waiting.length > 0;) {
    const later: number[] = [];
    for (const unit of waiting) {
      const end = graph.start[unit + 1] ?? 0;
      let best = -1;
      let nearest = Infinity;
      for (let edge = graph.start[unit] ?? 0; edge < end; edge++) {
        const territory = mended[graph.to[edge] ?? 0] ?? -1;
        if (territory < 0) continue;
        const dx = (x[unit] ?? 0) - (centres.x[territory] ?? 0);
        const dy = (y[unit] ?? 0) - (centres.y[territory] ?? 0);
        const power = dx * dx + dy * dy - (prices[territory] ?? 0);
        if (power >= nearest) continue;
        nearest = power;
        best = territory;
      }
      if (best >= 0) mended[unit] = best;
      else later.push(unit);
    }
    if (later.length === waiting.length) {
      // an island of its own: it stays where it was
      for (const unit of later) mended[unit] = split[unit] ?? -1;
      break;
    }
    waiting = later;
  }
  return mended;
}
