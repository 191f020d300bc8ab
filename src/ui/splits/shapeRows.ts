import { formatCount } from '../../model/format/formatCount';
import { formatShare } from '../../model/format/formatShare';
import { countUnits } from '../../model/unitNoun';
import type { FigureRow } from './figureRow';
import { splitTerms } from './splitTerms';
import { farthestOff, formatDeviation, signedWorst } from './splitWords';

const km = (value: number) => `${formatCount(value)} km`;

const moved: FigureRow = {
  term: splitTerms.moved,
  cell: ({ disruption }, { noun }) =>
    disruption && {
      text: formatShare(disruption.movedShare),
      note: countUnits(disruption.movedUnits, noun),
    },
  raw: ({ disruption }, { noun }) => [
    ['Share moved', disruption?.movedShare],
    [`${noun.Many} moved`, disruption?.movedUnits],
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
  cell: ({ figures }, { noun }) => ({
    text: formatShare(figures.total > 0 ? figures.unassignedLoad / figures.total : 0),
    note: countUnits(figures.unassignedAccounts, noun),
  }),
  raw: ({ figures }, { noun }) => [
    ['Share in no territory', figures.total > 0 ? figures.unassignedLoad / figures.total : 0],
    [`${noun.Many} in no territory`, figures.unassignedAccounts],
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

/** What changes hands. */
export const movesRows: readonly FigureRow[] = [moved, least];
/** How even loads are. */
export const balanceRows: readonly FigureRow[] = [deviation, variation, within, unassigned];
/** How territories lie; compactness of areas alone. */
export const shapeRows = (areas: boolean): readonly FigureRow[] =>
  areas ? [compactness, reach, travel] : [reach, travel];
