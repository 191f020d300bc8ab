/**
 * A colour for each territory, from 0 to before `colours`, so that neighbours differ wherever that many colours allow it
 * (saturation order of Brélaz 1979). A territory gets the colour of its own number unless a neighbour has it, so that an
 * edit of a border recolours little. `joined` is by rows (see `joinedTerritories`). Cost: territories³.
 */
export function colourTerritories(joined: Uint8Array, territories: number, colours: number): Int32Array {
  const colourOf = new Int32Array(territories).fill(-1);
  const touches = (one: number, other: number) =>
    joined[one * territories + other] === 1 || joined[other * territories + one] === 1;
  /** How many neighbours have each colour. */
  const around = (territory: number) => {
    const counts = new Int32Array(colours);
    for (let other = 0; other < territories; other++) {
      const colour = colourOf[other] ?? -1;
      if (colour >= 0 && touches(territory, other)) counts[colour] = (counts[colour] ?? 0) + 1;
    }
    return counts;
  };
  for (let turn = 0; turn < territories; turn++) {
    let next = -1;
    let most = -1;
    for (let territory = 0; territory < territories; territory++) {
      if (colourOf[territory] !== -1) continue;
      const saturation = around(territory).filter((count) => count > 0).length;
      if (saturation <= most) continue;
      most = saturation;
      next = territory;
    }
    const counts = around(next);
    let best = next % colours;
    for (let step = 1; step < colours; step++) {
      const colour = (next + step) % colours;
      if ((counts[colour] ?? 0) < (counts[best] ?? 0)) best = colour;
    }
    colourOf[next] = best;
  }
  return colourOf;
}
