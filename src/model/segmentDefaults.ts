import { days, money, share, type Days, type Money, type Share } from './units';

/** The three kinds of customers that published figures are given for. */
export type Segment = 'smb' | 'midMarket' | 'enterprise';

/** A: primary source. B: named practitioner, or secondary with year and sample. C: aggregator. Judgement: no published figure. */
export type Trust = 'A' | 'B' | 'C' | 'judgement';

/** A starting figure with where it comes from, as the app shows it. */
export interface Sourced<Value> {
  readonly value: Value;
  readonly source: string;
  readonly trust: Trust;
}

/** What a plan starts from in one segment; every figure is editable afterwards. */
export interface SegmentDefaults {
  readonly label: string;
  /** Productivity by month of tenure, then one. */
  readonly ramp: Sourced<readonly Share[]>;
  readonly annualAttrition: Sourced<Share>;
  /** From opening a vacancy to the signed offer. */
  readonly daysToFill: Sourced<{ readonly p50: Days; readonly p90: Days }>;
  /** From the signed offer to the first day. */
  readonly startLag: Sourced<Days>;
  readonly dealSize: Sourced<{ readonly mean: Money; readonly cv: number }>;
  readonly skillCv: Sourced<number>;
  /** Annual quota of one seller. */
  readonly annualQuota: Sourced<Money>;
  /** Quota as a multiple of on-target earnings. */
  readonly quotaToEarnings: Sourced<number>;
  /** Base as a share of on-target earnings. */
  readonly baseShare: Sourced<Share>;
  /** Quota above expected bookings, as a share of the latter. */
  readonly overAssignment: Sourced<Share>;
  /** Sellers to a manager. */
  readonly span: Sourced<number>;
  /** Won ÷ (won + lost). */
  readonly winRate: Sourced<Share>;
  /** From creation to winning. */
  readonly cycle: Sourced<{ readonly p50: Days; readonly p90: Days }>;
  /** Sellers to one SDR. */
  readonly sellersPerSdr: Sourced<number>;
}

const shares = (...percent: number[]): Share[] => percent.map((each) => share(each / 100));

const rampSource = 'Aggregated practice; the mean ramp is 5.7 months (Bridge Group 2024)';
const attritionSource =
  'Aggregated practice, no source by segment; 25.8 % of all sellers a year (CSO Insights), 34–35 % by other counts';
const fillSource = 'Spread around the mean of 58.1 days (HRO Today)';
const lagSource = 'Judgement: three weeks’ to a month’s notice';
const dealSource = 'Practitioners’ medians; the spread is a guess, no distribution is published';
const skillSource = 'A choice, so that the share of sellers at quota resembles published attainment';
const earningsSource = 'Between 4.2 ($800k ÷ $190k, Bridge Group 2024) and the rule of thumb of 5';
const bridgeRatio = 'Bridge Group 2024: $800k quota ÷ $190k on-target earnings';
const baseSource = 'Bridge Group 2024';
const overSource = '44 % of firms assign 11–25 % more quota than plan (CFO summit 2017)';
const spanSource = 'Eight to one in the best firms (Harvard Business Review)';
const winSource = 'Won ÷ (won + lost); 19–21 % over all segments (Ebsta × Pavilion 2025)';
const cycleSource =
  'Practitioners’ medians, whose clocks start at different stages; the late cases are a guess';
const sdrSource = 'TOPO 2015, old';

/** Starting figures by segment with their sources. Benchmarks differ; none is an average of several. */
export const segmentDefaults: Readonly<Record<Segment, SegmentDefaults>> = {
  smb: {
    label: 'SMB',
    ramp: { value: shares(0, 25, 50, 100), source: rampSource, trust: 'C' },
    annualAttrition: { value: share(0.35), source: attritionSource, trust: 'C' },
    daysToFill: { value: { p50: days(38), p90: days(65) }, source: fillSource, trust: 'B' },
    startLag: { value: days(21), source: lagSource, trust: 'judgement' },
    dealSize: { value: { mean: money(12_000), cv: 0.6 }, source: dealSource, trust: 'B' },
    skillCv: { value: 0.35, source: skillSource, trust: 'judgement' },
    annualQuota: { value: money(550_000), source: 'Judgement, below the mid-market', trust: 'judgement' },
    quotaToEarnings: { value: 4.2, source: bridgeRatio, trust: 'A' },
    baseShare: { value: share(0.53), source: baseSource, trust: 'A' },
    overAssignment: { value: share(0.15), source: overSource, trust: 'B' },
    span: { value: 8, source: spanSource, trust: 'B' },
    winRate: { value: share(0.3), source: winSource, trust: 'B' },
    cycle: { value: { p50: days(40), p90: days(86) }, source: cycleSource, trust: 'C' },
    sellersPerSdr: { value: 2.5, source: sdrSource, trust: 'B' },
  },
  midMarket: {
    label: 'Mid-market',
    ramp: { value: shares(0, 25, 50, 75, 100), source: rampSource, trust: 'C' },
    annualAttrition: { value: share(0.26), source: attritionSource, trust: 'C' },
    daysToFill: { value: { p50: days(45), p90: days(75) }, source: fillSource, trust: 'B' },
    startLag: { value: days(21), source: lagSource, trust: 'judgement' },
    dealSize: { value: { mean: money(40_000), cv: 0.8 }, source: dealSource, trust: 'B' },
    skillCv: { value: 0.35, source: skillSource, trust: 'judgement' },
    annualQuota: { value: money(800_000), source: 'Bridge Group 2024', trust: 'A' },
    quotaToEarnings: { value: 4.5, source: earningsSource, trust: 'B' },
    baseShare: { value: share(0.5), source: baseSource, trust: 'A' },
    overAssignment: { value: share(0.2), source: overSource, trust: 'B' },
    span: { value: 8, source: spanSource, trust: 'B' },
    winRate: { value: share(0.25), source: winSource, trust: 'B' },
    cycle: { value: { p50: days(84), p90: days(180) }, source: cycleSource, trust: 'C' },
    sellersPerSdr: { value: 2.5, source: sdrSource, trust: 'B' },
  },
  enterprise: {
    label: 'Enterprise',
    ramp: { value: shares(0, 0, 15, 30, 45, 60, 75, 85, 100), source: rampSource, trust: 'C' },
    annualAttrition: { value: share(0.2), source: attritionSource, trust: 'C' },
    daysToFill: { value: { p50: days(58), p90: days(95) }, source: fillSource, trust: 'B' },
    startLag: { value: days(30), source: lagSource, trust: 'judgement' },
    dealSize: { value: { mean: money(120_000), cv: 1 }, source: dealSource, trust: 'B' },
    skillCv: { value: 0.45, source: skillSource, trust: 'judgement' },
    annualQuota: { value: money(1_200_000), source: 'Judgement, above the mid-market', trust: 'judgement' },
    quotaToEarnings: { value: 5, source: 'Rule of thumb', trust: 'B' },
    baseShare: { value: share(0.5), source: baseSource, trust: 'A' },
    overAssignment: { value: share(0.2), source: overSource, trust: 'B' },
    span: { value: 7, source: spanSource, trust: 'B' },
    winRate: { value: share(0.2), source: winSource, trust: 'B' },
    cycle: { value: { p50: days(180), p90: days(386) }, source: cycleSource, trust: 'C' },
    sellersPerSdr: { value: 2.5, source: sdrSource, trust: 'B' },
  },
};
