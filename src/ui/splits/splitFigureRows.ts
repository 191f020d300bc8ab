import type { ChartTable } from '../../charts/chartTable';
import { formatCount } from '../../model/format/formatCount';
import { formatMargin } from '../../model/format/formatMargin';
import { formatMoney } from '../../model/format/formatMoney';
import { formatShare } from '../../model/format/formatShare';
import { percentile } from '../../state/cardAnswer';
import { countAccounts } from '../../state/splitDesk.svelte';
import type { SplitFacts } from '../../state/splitFacts';
import { splitTerms } from './splitTerms';
import { farthestOff, formatDeviation, signedWorst } from './splitWords';
import { formatGain } from './tradeOffFigures';

/** What the words of a row need to know. */
export interface RowContext {
  readonly currency: string;
  readonly tolerance: number;
  readonly measure: string;
  readonly nameOf: ReadonlyMap<string, string>;
  /** Whether reps of that split are still to be told apart. */
  readonly awaits: (facts: SplitFacts) => boolean;
}

export interface FigureCell {
  readonly text: string;
  readonly note?: string;
}

interface FigureRow {
  readonly term: (typeof splitTerms)[keyof typeof splitTerms];
  /** Whether a run has told it. */
  readonly simulated?: true;
  /** Undefined is not known, or not asked of that split. */
  readonly cell: (facts: SplitFacts, context: RowContext) => FigureCell | undefined;
  /** As it goes to a file: name and value, in full precision. */
  readonly raw: (
    facts: SplitFacts,
    context: RowContext,
  ) => readonly (readonly [string, string | number | undefined])[];
}

export interface FigureGroup {
  readonly name: string;
  readonly rows: readonly FigureRow[];
}

const km = (value: number) => `${formatCount(value)} km`;
const money = (amount: number, { currency }: RowContext) => formatMoney(amount, currency, { compact: true });

const moved: FigureRow = {
  term: splitTerms.moved,
  cell: ({ disruption }) =>
    disruption && {
      text: formatShare(disruption.movedShare),
      note: countAccounts(disruption.movedUnits),
    },
  raw: ({ disruption }) => [
    ['Share moved', disruption?.movedShare],
    ['Accounts moved', disruption?.movedUnits],
  ],
};

const least: FigureRow = {
  term: splitTerms.least,
  cell: ({ bounds }) =>
    bounds && {
      text: formatShare(bounds.free),
      ...(Number.isFinite(bounds.alongBorders) && {
        note: `${formatShare(bounds.alongBorders)} along borders`,
      }),
    },
  raw: ({ bounds }) => [
    ['Must move at least', bounds?.free],
    ['Along borders', bounds && Number.isFinite(bounds.alongBorders) ? bounds.alongBorders : undefined],
  ],
};

const deviation: FigureRow = {
  term: splitTerms.deviation,
  cell: ({ figures }, { nameOf }) => ({
    text: formatDeviation(signedWorst(figures)),
    note: nameOf.get(figures.order[farthestOff(figures)] ?? '') ?? '',
  }),
  raw: ({ figures: { measures } }) => [
    ['Highest deviation', measures.highest],
    ['Lowest deviation', measures.lowest],
  ],
};

const variation: FigureRow = {
  term: splitTerms.cv,
  cell: ({ figures }) => ({ text: formatShare(figures.measures.cv) }),
  raw: ({ figures }) => [['Coefficient of variation', figures.measures.cv]],
};

const within: FigureRow = {
  term: splitTerms.within,
  cell: ({ within: count, figures }, { tolerance }) => ({
    text: `${count} of ${figures.order.length}`,
    note: `to ±${formatShare(tolerance)}`,
  }),
  raw: ({ within: count, figures }) => [
    ['Territories within tolerance', count],
    ['Territories', figures.order.length],
  ],
};

const unassigned: FigureRow = {
  term: splitTerms.unassigned,
  cell: ({ figures }) => ({
    text: formatShare(figures.total > 0 ? figures.unassignedLoad / figures.total : 0),
    note: countAccounts(figures.unassignedAccounts),
  }),
  raw: ({ figures }) => [
    ['Share in no territory', figures.total > 0 ? figures.unassignedLoad / figures.total : 0],
    ['Accounts in no territory', figures.unassignedAccounts],
  ],
};

const reach: FigureRow = {
  term: splitTerms.rms,
  cell: ({ figures: { measures } }) => ({
    text: km(measures.rmsKm),
    ...(measures.inPieces > 0 && { note: `${measures.inPieces} in pieces` }),
  }),
  raw: ({ figures: { measures } }) => [
    ['Reach, RMS km', measures.rmsKm],
    ['Territories in pieces', measures.inPieces],
  ],
};

const compactness: FigureRow = {
  term: splitTerms.compactness,
  cell: ({ figures: { measures } }) =>
    measures.polsbyPopper === undefined ? undefined : { text: formatShare(measures.polsbyPopper) },
  raw: ({ figures: { measures } }) => [['Polsby–Popper', measures.polsbyPopper]],
};

const travel: FigureRow = {
  term: splitTerms.travel,
  cell: ({ travel: { meanKm, p90Km } }) => ({ text: km(meanKm), note: `a tenth over ${km(p90Km)}` }),
  raw: ({ travel: { meanKm, p90Km } }) => [
    ['Travel, mean km', meanKm],
    ['Travel, 90th percentile km', p90Km],
  ],
};

const chance: FigureRow = {
  term: splitTerms.chance,
  simulated: true,
  cell: ({ result }) => {
    const found = result?.outcome.chance;
    return (
      found && {
        text: formatShare(found.value, found.standardError),
        note: formatMargin(found.standardError),
      }
    );
  },
  raw: ({ result }) => [
    ['Chance of target', result?.outcome.chance?.value],
    ['Standard error of the chance', result?.outcome.chance?.standardError],
  ],
};

const expected: FigureRow = {
  term: splitTerms.expected,
  simulated: true,
  cell: ({ result }, context) =>
    result && {
      text: money(result.outcome.bookings.mean, context),
      note: `${money(percentile(result.outcome.bookings.percentiles, 10), context)} to ${money(percentile(result.outcome.bookings.percentiles, 90), context)}`,
    },
  raw: ({ result }) => [
    ['Expected bookings', result?.outcome.bookings.mean],
    ['P10 of bookings', result && percentile(result.outcome.bookings.percentiles, 10)],
    ['P90 of bookings', result && percentile(result.outcome.bookings.percentiles, 90)],
  ],
};

const gain: FigureRow = {
  term: splitTerms.gain,
  simulated: true,
  cell: ({ difference }, { currency }) =>
    difference && {
      text: formatGain(difference.bookings.mean, currency),
      note: `${formatGain(difference.bookings.interval.low, currency)} to ${formatGain(difference.bookings.interval.high, currency)}`,
    },
  raw: ({ difference }) => [
    ['Difference of expected bookings', difference?.bookings.mean],
    ['Its 95 % interval from', difference?.bookings.interval.low],
    ['Its 95 % interval to', difference?.bookings.interval.high],
  ],
};

const beats: FigureRow = {
  term: splitTerms.beats,
  simulated: true,
  cell: ({ difference }) =>
    difference && {
      text: formatShare(difference.beats.value, difference.beats.standardError),
      note: formatMargin(difference.beats.standardError),
    },
  raw: ({ difference }) => [
    ['Chance to book more', difference?.beats.value],
    ['Its standard error', difference?.beats.standardError],
  ],
};

const downside: FigureRow = {
  term: splitTerms.downside,
  simulated: true,
  cell: ({ result }, context) => result && { text: money(result.outcome.worstTenth.mean, context) },
  raw: ({ result }) => [['Mean of the worst tenth', result?.outcome.worstTenth.mean]],
};

const reps: FigureRow = {
  term: splitTerms.reps,
  simulated: true,
  cell: (facts, { awaits }) => {
    const found = facts.result?.reps;
    if (!found) return awaits(facts) ? { text: '…' } : undefined;
    return {
      text: `${formatShare(found.p10)} to ${formatShare(found.p90)}`,
      note: `${found.seats} reps, sd ${formatCount(100 * found.sd)} points`,
    };
  },
  raw: ({ result }) => [
    ['Attainment by rep, P10', result?.reps?.p10],
    ['Attainment by rep, P90', result?.reps?.p90],
    ['Attainment by rep, sd', result?.reps?.sd],
  ],
};

const atQuota: FigureRow = {
  term: splitTerms.atQuota,
  simulated: true,
  cell: ({ result }) =>
    result && {
      text: formatCount(result.outcome.seatsAtQuota.mean, 1),
      note: `of ${formatCount(result.outcome.seatsWithQuota.mean, 1)}`,
    },
  raw: ({ result }) => [
    ['Seats at quota', result?.outcome.seatsAtQuota.mean],
    ['Seats with quota', result?.outcome.seatsWithQuota.mean],
  ],
};

/** The figures of splits, in groups. What has no value for any of them is left out. */
export function splitFigureGroups(all: readonly SplitFacts[]): FigureGroup[] {
  const areas = all.some(({ figures }) => figures.measures.polsbyPopper !== undefined);
  return [
    { name: 'What moves', rows: all.length > 1 ? [moved, least] : [] },
    { name: 'Balance', rows: [deviation, variation, within, unassigned] },
    { name: 'Shape', rows: areas ? [compactness, reach, travel] : [reach, travel] },
    {
      name: 'Outcome',
      rows: all.length > 1 ? [chance, expected, gain, beats, downside] : [chance, expected, downside],
    },
    { name: 'Reps', rows: [reps, atQuota] },
  ].filter(({ rows }) => rows.length > 0);
}

/** The same as a file: a row for each split. */
export function splitFigureTable(
  all: readonly SplitFacts[],
  base: SplitFacts['split'] | undefined,
  context: RowContext,
): ChartTable {
  const groups = splitFigureGroups(all);
  const pairs = (facts: SplitFacts) =>
    groups.flatMap(({ rows }) => rows.flatMap(({ raw }) => raw(facts, context)));
  const [first] = all;
  return {
    columns: ['Split', 'Held against', ...(first ? pairs(first).map(([name]) => name) : [])],
    rows: all.map((facts) => {
      const against = base && base.id !== facts.split.id ? base.name : '';
      const values = [facts.split.name, against, ...pairs(facts).map(([, value]) => value ?? '')];
      return values.map((raw) => ({ text: String(raw), raw }));
    }),
  };
}
