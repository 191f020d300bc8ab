/** Chances of a Poisson count from 0 up to where nothing is left. */
function poisson(mean: number): number[] {
  const chances: number[] = [];
  let chance = Math.exp(-mean);
  for (let n = 0; n < mean + 12 * Math.sqrt(mean) + 20; n++) {
    chances.push(chance);
    chance *= mean / (n + 1);
  }
  return chances;
}

export interface JudgedSeller {
  /** Hazard a month. */
  readonly force: number;
  readonly threshold: number;
  readonly multiplier: number;
  /** Mean number of deals, and the quota in deals, of a quarter. */
  readonly deals: number;
  readonly quota: number;
  /** Quarters of each fiscal year of the horizon, in order. */
  readonly years: readonly number[];
}

/**
 * Shares still there at the end of each quarter, of people who are judged at quarter ends by the deals of the year so
 * far: every number of deals that there may be is followed by itself.
 */
export function stayingByAttainment(seller: JudgedSeller): readonly number[] {
  const { force, threshold, multiplier, deals, quota, years } = seller;
  const chances = poisson(deals);
  /** Share of the people who are there with so many deals of the year, by whether they were behind at the last end. */
  let people = new Map<string, { count: number; behind: boolean; share: number }>([
    ['0 false', { count: 0, behind: false, share: 1 }],
  ]);
  const staying: number[] = [];
  for (const quarters of years) {
    for (let quarter = 1; quarter <= quarters; quarter++) {
      const next = new Map<string, { count: number; behind: boolean; share: number }>();
      let total = 0;
      for (const { count, behind, share } of people.values()) {
        const stays = share * Math.exp(-3 * force * (behind ? multiplier : 1));
        total += stays;
        chances.forEach((chance, more) => {
          const now = count + more;
          const isBehind = now / (quota * quarter) < threshold;
          const kept = quarter === quarters ? 0 : now;
          const key = `${kept} ${isBehind}`;
          const before = next.get(key)?.share ?? 0;
          next.set(key, { count: kept, behind: isBehind, share: before + stays * chance });
        });
      }
      staying.push(total);
      people = next;
    }
  }
  return staying;
}
