import { bisectUnits } from './bisectUnits';
import { findPieces } from './findPieces';
import { subsetUnits } from './subsetUnits';
import type { Split, Units } from './units';

/** The split with no territory empty, as far as there are units: each empty one gets a side of the heaviest that can be cut in two. Locked units stay. */
export function fillEmpty(units: Units, split: Split, territories: number, locked?: Uint8Array): Split {
  const filled = split.slice();
  for (let turn = 0; turn < territories; turn++) {
    const loads = new Float64Array(territories);
    const members: number[][] = Array.from({ length: territories }, () => []);
    filled.forEach((territory, unit) => {
      if (territory < 0) return;
      loads[territory] = (loads[territory] ?? 0) + (units.weight[unit] ?? 0);
      members[territory]?.push(unit);
    });
    const empty = members.findIndex((own) => own.length === 0);
    if (empty < 0) break;
    let heaviest = -1;
    members.forEach((own, territory) => {
      if (own.length < 2 || own.every((unit) => locked?.[unit])) return;
      if (heaviest < 0 || (loads[territory] ?? 0) > (loads[heaviest] ?? 0)) heaviest = territory;
    });
    if (heaviest < 0) break;
    const { units: part, members: own } = subsetUnits(units, Int32Array.from(members[heaviest] ?? []));
    const sides = bisectUnits(part, 2);
    // of the second side what hangs together; the rest stays where it is
    const { pieceOf, territoryOf } = findPieces(part.graph, sides);
    const piece = territoryOf.indexOf(1);
    const side = own.filter((unit, place) => pieceOf[place] === piece && !locked?.[unit]);
    // what is locked may hold all of the second side
    const given = side.length > 0 ? side : own.filter((unit) => !locked?.[unit]).slice(0, 1);
    for (const unit of given) filled[unit] = empty;
  }
  return filled;
}
