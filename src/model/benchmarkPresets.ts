import type { PayPlan, Role } from './plan';
import type { Patch } from './patch';
import { segmentDefaults, type Segment, type Trust } from './segmentDefaults';
import { days, money, share, type Share } from './units';

/** What a published figure is of. */
export type BenchmarkFigure =
  | { readonly of: 'annualAttrition'; readonly value: Share }
  | { readonly of: 'ramp'; readonly value: readonly Share[] }
  | { readonly of: 'timeToFill'; readonly value: Role['timeToFill'] }
  | { readonly of: 'annualQuota'; readonly value: number }
  /** Quota ÷ on-target earnings: applied, it sets the quota by the role's own pay. */
  | { readonly of: 'quotaToEarnings'; readonly value: number }
  /** Base ÷ on-target earnings: applied, it shares out the role's own earnings. */
  | { readonly of: 'baseShare'; readonly value: Share }
  | { readonly of: 'winRate'; readonly value: Share };

/** One published figure under its own name, date and source. Figures that contradict each other stand beside one another. */
export interface BenchmarkPreset {
  readonly id: string;
  readonly name: string;
  /** As its source has it. */
  readonly date: string;
  readonly source: string;
  readonly trust: Trust;
  readonly figure: BenchmarkFigure;
}

const percent = (...values: readonly number[]): Share[] => values.map((each) => share(each / 100));
const UNDATED = 'no date given';

/** What the app itself starts a role of that segment from. */
function ownPresets(segment: Segment): BenchmarkPreset[] {
  const { label, annualAttrition, daysToFill, ramp, startLag } = segmentDefaults[segment];
  const preset = (trust: Trust, source: string, figure: BenchmarkFigure): BenchmarkPreset => ({
    id: `default-${segment}-${figure.of}`,
    name: `Usual, ${label}`,
    date: UNDATED,
    source,
    trust,
    figure,
  });
  const { p50, p90 } = daysToFill.value;
  return [
    preset(annualAttrition.trust, annualAttrition.source, {
      of: 'annualAttrition',
      value: annualAttrition.value,
    }),
    preset(ramp.trust, ramp.source, { of: 'ramp', value: ramp.value }),
    preset(daysToFill.trust, `${daysToFill.source}, and ${startLag.value} days of notice`, {
      of: 'timeToFill',
      value: { p50: days(p50 + startLag.value), p90: days(p90 + startLag.value) },
    }),
  ];
}

/** Published figures that a role can take over, each as its source has it: none is a mean of others, ranges are their two ends. */
export const benchmarkPresets: readonly BenchmarkPreset[] = [
  {
    id: 'cso-attrition',
    name: 'All sellers',
    date: UNDATED,
    source: 'CSO Insights',
    trust: 'B',
    figure: { of: 'annualAttrition', value: share(0.258) },
  },
  {
    id: 'aggregated-attrition-low',
    name: 'Aggregated, low end',
    date: UNDATED,
    source: 'Aggregators that count 34–35 %',
    trust: 'C',
    figure: { of: 'annualAttrition', value: share(0.34) },
  },
  {
    id: 'aggregated-attrition-high',
    name: 'Aggregated, high end',
    date: UNDATED,
    source: 'Aggregators that count 34–35 %',
    trust: 'C',
    figure: { of: 'annualAttrition', value: share(0.35) },
  },
  {
    id: 'kellogg-ramp',
    name: 'By quarter',
    date: '2020',
    source: 'Kellogg: 0, 25, 50 and 100 % by quarter',
    trust: 'B',
    figure: { of: 'ramp', value: percent(0, 0, 0, 25, 25, 25, 50, 50, 50) },
  },
  {
    id: 'bridge-quota',
    name: 'Quota of an account executive',
    date: '2024',
    source: 'Bridge Group',
    trust: 'A',
    figure: { of: 'annualQuota', value: 800_000 },
  },
  {
    id: 'bridge-ratio',
    name: 'Quota to earnings',
    date: '2024',
    source: 'Bridge Group: $800k quota ÷ $190k on-target earnings',
    trust: 'A',
    figure: { of: 'quotaToEarnings', value: 4.2 },
  },
  {
    id: 'thumb-ratio',
    name: 'Rule of thumb',
    date: UNDATED,
    source: 'Practitioners’ rule of thumb',
    trust: 'B',
    figure: { of: 'quotaToEarnings', value: 5 },
  },
  {
    id: 'bridge-base',
    name: 'Base and variable 53 : 47',
    date: '2024',
    source: 'Bridge Group',
    trust: 'A',
    figure: { of: 'baseShare', value: share(0.53) },
  },
  {
    id: 'ebsta-win-low',
    name: 'Mean win rate, low end',
    date: '2025',
    source: 'Ebsta × Pavilion: 19–21 %, won ÷ (won + lost)',
    trust: 'B',
    figure: { of: 'winRate', value: share(0.19) },
  },
  {
    id: 'ebsta-win-high',
    name: 'Mean win rate, high end',
    date: '2025',
    source: 'Ebsta × Pavilion: 19–21 %, won ÷ (won + lost)',
    trust: 'B',
    figure: { of: 'winRate', value: share(0.21) },
  },
  ...(['smb', 'midMarket', 'enterprise'] as const).flatMap(ownPresets),
];

const paid = (pay: PayPlan, base: number, variable: number): PayPlan => ({
  ...pay,
  base: money(base),
  variable: money(variable),
});

/**
 * What a figure makes of a role: it replaces the role's own, and is never averaged with it. Undefined where the role has
 * nothing that it applies to: no earnings to take a ratio of, no pipeline to have a win rate.
 */
export function presetPatch(role: Role, figure: BenchmarkFigure): Patch<Role> | undefined {
  const earnings = role.pay.base + role.pay.variable;
  switch (figure.of) {
    case 'annualAttrition':
      return { annualAttrition: figure.value, attritionByTenure: undefined };
    case 'ramp':
      return { ramp: figure.value };
    case 'timeToFill':
      return { timeToFill: figure.value };
    case 'annualQuota':
      return { annualQuota: money(figure.value) };
    case 'quotaToEarnings':
      return earnings > 0 ? { annualQuota: money(figure.value * earnings) } : undefined;
    case 'baseShare':
      return earnings > 0
        ? { pay: paid(role.pay, figure.value * earnings, earnings - figure.value * earnings) }
        : undefined;
    case 'winRate':
      return role.pipeline ? { pipeline: { ...role.pipeline, winRate: figure.value } } : undefined;
  }
}

/** The fields of a role that a figure sets, as the plan format names them; notes hang on these. */
export const presetFields: Readonly<Record<BenchmarkFigure['of'], readonly string[]>> = {
  annualAttrition: ['annualAttrition'],
  ramp: ['ramp'],
  timeToFill: ['timeToFill.p50', 'timeToFill.p90'],
  annualQuota: ['annualQuota'],
  quotaToEarnings: ['annualQuota'],
  baseShare: ['pay.base', 'pay.variable'],
  winRate: ['pipeline.winRate'],
};

/** Shares of sellers at or above quota as published. Outcomes, not inputs: a plan is held beside them, and none is applied. */
export const attainmentBenchmarks: readonly {
  readonly name: string;
  readonly date: string;
  readonly trust: Trust;
  readonly atQuota: Share;
}[] = [
  { name: 'Pavilion’s rule for a well-set plan', date: UNDATED, trust: 'C', atQuota: share(0.6) },
  { name: 'Bridge Group, secondary', date: '2023–24', trust: 'B', atQuota: share(0.51) },
  { name: 'Ebsta × Pavilion', date: '2023', trust: 'B', atQuota: share(0.28) },
  { name: 'Ebsta', date: '2025', trust: 'B', atQuota: share(0.22) },
];
