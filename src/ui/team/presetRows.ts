import { isFromPreset } from '../../model/applyPreset';
import {
  benchmarkPresets,
  presetPatch,
  type BenchmarkFigure,
  type BenchmarkPreset,
} from '../../model/benchmarkPresets';
import { formatCount } from '../../model/format/formatCount';
import { formatMoney } from '../../model/format/formatMoney';
import { isSelling } from '../../model/isSelling';
import type { Plan, Role } from '../../model/plan';
import { percentWords } from './percentWords';
import { formatRampList } from './rampList';

export interface PresetRow {
  readonly preset: BenchmarkPreset;
  readonly value: string;
  readonly inUse: boolean;
  /** Why it cannot be applied; absent where it can. */
  readonly why?: string;
}

export interface PresetGroup {
  readonly of: BenchmarkFigure['of'];
  readonly title: string;
  /** What the role has now. */
  readonly now: string;
  readonly rows: readonly PresetRow[];
}

const TITLES: Readonly<Record<BenchmarkFigure['of'], string>> = {
  annualAttrition: 'Annual attrition',
  ramp: 'Ramp, percent by month',
  timeToFill: 'Time to fill, half and nine in ten within',
  annualQuota: 'Annual quota',
  quotaToEarnings: 'Quota ÷ on-target earnings',
  baseShare: 'Base ÷ on-target earnings',
  winRate: 'Win rate',
};
const SELLING: ReadonlySet<BenchmarkFigure['of']> = new Set(['annualQuota', 'quotaToEarnings', 'winRate']);

const ratioWords = (value: number) => formatCount(value, Number.isInteger(value) ? 0 : 2);

function valueWords(figure: BenchmarkFigure, currency: string): string {
  switch (figure.of) {
    case 'ramp':
      return formatRampList(figure.value);
    case 'timeToFill':
      return `${figure.value.p50} and ${figure.value.p90} days`;
    case 'annualQuota':
      // Published in dollars: applied, the number is taken over as it is.
      return currency === 'USD'
        ? formatMoney(figure.value, currency)
        : `${formatCount(figure.value)} (published in USD)`;
    case 'quotaToEarnings':
      return ratioWords(figure.value);
    default:
      return percentWords(figure.value);
  }
}

function nowWords(role: Role, of: BenchmarkFigure['of'], currency: string): string {
  const earnings = role.pay.base + role.pay.variable;
  switch (of) {
    case 'annualAttrition':
      return role.attritionByTenure ? 'by tenure' : percentWords(role.annualAttrition);
    case 'ramp':
      return role.ramp.length === 0 ? 'none' : formatRampList(role.ramp);
    case 'timeToFill':
      return `${role.timeToFill.p50} and ${role.timeToFill.p90} days`;
    case 'annualQuota':
      return formatMoney(role.annualQuota, currency);
    case 'quotaToEarnings':
      return earnings > 0 ? ratioWords(role.annualQuota / earnings) : 'no earnings';
    case 'baseShare':
      return earnings > 0 ? percentWords(role.pay.base / earnings) : 'no earnings';
    case 'winRate':
      return role.pipeline ? percentWords(role.pipeline.winRate) : 'no pipeline';
  }
}

const WHY: Readonly<Partial<Record<BenchmarkFigure['of'], string>>> = {
  quotaToEarnings: 'The role has no earnings to take a ratio of.',
  baseShare: 'The role has no earnings to share out.',
  winRate: 'The role has no pipeline; its deals close without one.',
};

/** The published figures that a role can take over, by what they are of. Cost: presets × notes. */
export function presetGroups(plan: Plan, role: Role): PresetGroup[] {
  const kinds = [...new Set(benchmarkPresets.map(({ figure }) => figure.of))];
  return kinds
    .filter((of) => isSelling(role) || !SELLING.has(of))
    .map((of) => ({
      of,
      title: TITLES[of],
      now: nowWords(role, of, plan.currency),
      rows: benchmarkPresets.flatMap((preset): PresetRow[] => {
        if (preset.figure.of !== of) return [];
        const why = presetPatch(role, preset.figure) ? undefined : WHY[of];
        const value = valueWords(preset.figure, plan.currency);
        return [{ preset, value, inUse: isFromPreset(plan, role, preset), ...(why && { why }) }];
      }),
    }));
}
