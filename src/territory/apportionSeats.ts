/** Parts of a seat nearer to one another than this are equal: loads are sums, and come in another order. */
const EQUAL = 1e-9;

/**
 * How many seats each territory gets: in proportion to its load, by largest remainders (Hamilton's method; Balinski & Young 1982),
 * but one at least wherever there is something to work. With fewer seats than that, one each where there is most. Loads
 * that are all zero are alike. Among equals those come first that have most of `near`, then those that stand first. Sums
 * to `seats` where there is a territory. Cost: territories² at most.
 */
export function apportionSeats(
  seats: number,
  loads: ArrayLike<number>,
  near?: ArrayLike<number>,
): Int32Array {
  const crews = new Int32Array(loads.length);
  const places = Array.from(crews, (_, place) => place);
  const some = places.some((place) => (loads[place] ?? 0) > 0);
  const load = (place: number) => (some ? (loads[place] ?? 0) : 1);
  const worked = places.filter((place) => load(place) > 0);
  const nearer = (one: number, other: number) => (near?.[other] ?? 0) - (near?.[one] ?? 0) || one - other;
  if (seats <= worked.length) {
    const most = worked.sort((one, other) => load(other) - load(one) || nearer(one, other));
    for (const place of most.slice(0, seats)) crews[place] = 1;
    return crews;
  }
  const { shared, left } = setApart(worked, seats, load);
  const total = shared.reduce((sum, place) => sum + load(place), 0);
  const shares = new Map(shared.map((place) => [place, (left * load(place)) / total]));
  let rest = left;
  for (const [place, share] of shares) {
    // A whole number that a rounding left just below itself is whole.
    crews[place] = Math.floor(share + EQUAL);
    rest -= crews[place] ?? 0;
  }
  for (const place of worked) if (!shares.has(place)) crews[place] = 1;
  const remainder = (place: number) => (shares.get(place) ?? 0) - (crews[place] ?? 0);
  const parts = new Map(shared.map((place) => [place, remainder(place)]));
  const next = shared.sort((one, other) => {
    const more = (parts.get(other) ?? 0) - (parts.get(one) ?? 0);
    return Math.abs(more) > EQUAL ? more : nearer(one, other);
  });
  for (const place of next.slice(0, rest)) crews[place] = (crews[place] ?? 0) + 1;
  return crews;
}

/** Territories whose share is less than one seat have one; the seats that are left are shared by the others. */
function setApart(worked: readonly number[], seats: number, load: (place: number) => number) {
  let shared = [...worked];
  let left = seats;
  for (;;) {
    const total = shared.reduce((sum, place) => sum + load(place), 0);
    const kept = shared.filter((place) => left * load(place) >= total * (1 - EQUAL));
    if (kept.length === shared.length || kept.length === 0) return { shared, left };
    left -= shared.length - kept.length;
    shared = kept;
  }
}
