import type { PeriodId } from '../../model/units';
import { readLevel } from '../../stats/readLevel';
import type { Mean, Probability, RunSummary } from '../../stats/summary';

/** What the seats of a region or manager come to in a fiscal year. */
export interface GroupOutcome {
  readonly bookings: Mean;
  /** Chance of the group's quota; absent without one. */
  readonly chance?: Probability;
}

/** The outcome of every region and manager of a run, by id. */
export interface GroupOutcomes {
  readonly region: ReadonlyMap<string, GroupOutcome>;
  readonly manager: ReadonlyMap<string, GroupOutcome>;
}

/** Reads them out of a run, so that the run need not be kept. Linear in groups. */
export function groupOutcomes({ levels }: RunSummary, period: PeriodId): GroupOutcomes {
  const read = (kind: 'region' | 'manager') =>
    new Map(
      levels.ids[kind].flatMap((id): (readonly [string, GroupOutcome])[] => {
        const found = readLevel(levels, { kind, id }, period);
        if (!found) return [];
        const { mean, standardError } = found.bookings;
        return [[id, { bookings: { mean, standardError }, ...(found.chance && { chance: found.chance }) }]];
      }),
    );
  return { region: read('region'), manager: read('manager') };
}
