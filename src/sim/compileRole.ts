import type { Pipeline, Plan, Role, TenureAttrition } from '../model/plan';
import type { KeyOf } from './entityKey';
import type { ImageBuilder } from './imageBuilder';
import { log } from './kernel/elementary';
import * as field from './kernel/records';
import type { Records } from './records';
import { gridWeights, spreadTime } from './renewal';
import { cachedTable, placeSizes, SMALLEST_CV } from './sizes';
import { makeSpreadSource, type SpreadSource } from './spread';
import { stretchRamp } from './stretchRamp';

/** What seats need to know of their role. */
export interface CompiledRole {
  readonly role: Role;
  readonly ramp: readonly number[];
  readonly sizes: number;
  /** Mean of the deals as stated, the lever apart: it changes what a deal is worth, not how many there are. */
  readonly meanDeal: number;
  readonly dealsPerMonth: number;
  readonly hours: number;
  /** The highest hazard a month at any tenure. */
  readonly mostForce: number;
  /** Share of opportunities won after so many months (month of creation first), as long as anything is; empty in the direct form. */
  readonly lag: Float64Array;
}

/** Selling hours a month where a role states none. */
const SELLING_HOURS = 100;
/** Months of the past whose opportunities may still close. */
const LONGEST_CYCLE = 120;

const WORKS = { sell: field.SELLS, manage: field.MANAGES, support: field.SUPPORTS };

/** The highest hazard a month that a curve may lead to: beyond it people are gone within the hour all the same. */
const MOST_FORCE = 1000;

/** A hazard a month of an annual attrition, compounded: −ln(1 − a) ÷ 12. */
export const forceOf = (annual: number): number => -log(1 - annual) / 12;

/** Bands of tenure: where each begins, the hazard accumulated by then, the hazard a month in it. */
export function hazardBands(
  annual: number,
  byTenure: TenureAttrition | undefined,
  factor: number,
): Float64Array {
  const steps: { from: number; force: number }[] = [];
  if (byTenure === undefined) steps.push({ from: 0, force: forceOf(annual) });
  else if (byTenure.kind === 'bands')
    for (const band of byTenure.bands) steps.push({ from: band.fromMonth, force: forceOf(band.annual) });
  else {
    let from = 0;
    let before = 0;
    for (const { month, staying } of byTenure.points) {
      const hazard = -log(staying);
      steps.push({ from, force: Math.min(MOST_FORCE, (hazard - before) / (month - from)) });
      from = month;
      before = hazard;
    }
    steps.push({ from, force: forceOf(annual) });
  }
  const bands: number[] = [];
  let hazard = 0;
  steps.forEach(({ from, force }, index) => {
    bands.push(from, hazard, force * factor);
    const next = steps[index + 1];
    if (next) hazard += force * factor * (next.from - from);
  });
  return Float64Array.from(bands);
}

/** Fills a role's records and lays down what they point to. */
export function compileRole(
  plan: Plan,
  role: Role,
  index: number,
  words: Records<Int32Array>,
  numbers: Records<Float64Array>,
  builder: ImageBuilder,
  keyOf: KeyOf,
): CompiledRole {
  const { levers } = plan;
  const ramp = stretchRamp(role.ramp, levers.ramp);
  const cap = role.dealSizeCap ?? Infinity;
  const sizes = placeSizes(builder, role.dealSize, levers.dealSize, cap * levers.dealSize);
  const stated = levers.dealSize === 1 ? sizes : placeSizes(builder, role.dealSize, 1, cap);
  const dealsPerMonth =
    stated.mean > 0 ? (role.productivity.perMonth / stated.mean) * levers.productivity : 0;
  const key = keyOf('role', role.id);
  words.set(index, field.ROLE_WORK, WORKS[role.work ?? 'sell']);
  words.set(index, field.ROLE_KEY_HIGH, key.high);
  words.set(index, field.ROLE_KEY_LOW, key.low);
  words.set(index, field.ROLE_SIZES, sizes.address);
  numbers.set(index, field.ROLE_DEALS, dealsPerMonth);
  numbers.set(index, field.ROLE_MEAN_DEAL, stated.mean);
  numbers.set(index, field.ROLE_GROWTH, 1 + (role.dealSizeGrowth ?? 0));
  numbers.set(index, field.ROLE_HOURS, role.sellingHours ?? SELLING_HOURS);
  numbers.set(index, field.ROLE_CURVATURE, role.curvature ?? plan.coverage.curvature);
  const mostForce = compilePeople(plan, role, ramp, index, words, numbers, builder);
  compileUncertainty(role, index, numbers);
  compilePay(role, index, words, numbers, builder);
  const monthly = role.monthlyCv ?? 0;
  if (monthly > SMALLEST_CV)
    words.set(index, field.ROLE_MONTHLY, builder.place(cachedTable('gamma', monthly)));
  const lag = compilePipeline(plan, role, index, words, numbers, builder);
  return {
    role,
    ramp,
    sizes: sizes.address,
    meanDeal: stated.mean,
    dealsPerMonth,
    hours: role.sellingHours ?? SELLING_HOURS,
    mostForce,
    lag,
  };
}

/** Ramp, leaving, time to fill, start slip, skill. Gives the highest hazard. */
function compilePeople(
  plan: Plan,
  role: Role,
  ramp: readonly number[],
  index: number,
  words: Records<Int32Array>,
  numbers: Records<Float64Array>,
  builder: ImageBuilder,
): number {
  const { levers } = plan;
  const upTo = new Float64Array(ramp.length + 1);
  ramp.forEach((share, month) => (upTo[month + 1] = (upTo[month] ?? 0) + share));
  words.set(index, field.ROLE_RAMP, builder.place(upTo));
  words.set(index, field.ROLE_RAMP_MONTHS, ramp.length);
  const bands = hazardBands(role.annualAttrition, role.attritionByTenure, levers.attrition);
  words.set(index, field.ROLE_BANDS, builder.place(bands));
  words.set(index, field.ROLE_BAND_COUNT, bands.length / field.BAND_F);
  const spread = (source: SpreadSource, table: number, fixed: number) => {
    if (typeof source === 'number') numbers.set(index, fixed, source);
    else words.set(index, table, builder.place(source));
  };
  spread(makeSpreadSource(role.timeToFill, levers.timeToFill), field.ROLE_FILL, field.ROLE_FILL_FIXED);
  spread(makeSpreadSource(role.startSlip, 1), field.ROLE_SLIP, field.ROLE_SLIP_FIXED);
  if (role.skillCv > SMALLEST_CV)
    words.set(index, field.ROLE_SKILL, builder.place(cachedTable('lognormal', role.skillCv)));
  const { performanceLeaving } = role;
  numbers.set(index, field.ROLE_THRESHOLD, performanceLeaving?.threshold ?? 0);
  numbers.set(index, field.ROLE_MULTIPLIER, performanceLeaving?.multiplier ?? 1);
  const most = bands.reduce((high, force, at) => (at % field.BAND_F === 2 ? Math.max(high, force) : high), 0);
  return most * Math.max(1, performanceLeaving?.multiplier ?? 1);
}

/** Gammas of mean one by relative standard error, and the win rate's beta by its counts. */
function compileUncertainty(role: Role, index: number, numbers: Records<Float64Array>): void {
  const shapeOf = (cv: number) => (cv > SMALLEST_CV ? 1 / (cv * cv) : Infinity);
  numbers.set(index, field.ROLE_SHAPE, shapeOf(role.productivity.cv));
  numbers.set(index, field.ROLE_SIZE_SHAPE, shapeOf(role.dealSizeCv ?? 0));
  const { winRate = 0, winRateBase = 0 } = role.pipeline ?? {};
  const known = winRateBase === 0 || winRate === 0 || winRate === 1;
  numbers.set(index, field.ROLE_WON, known ? 0 : winRate * winRateBase);
  numbers.set(index, field.ROLE_LOST, known ? 0 : (1 - winRate) * winRateBase);
}

function compilePay(
  { pay }: Role,
  index: number,
  words: Records<Int32Array>,
  numbers: Records<Float64Array>,
  builder: ImageBuilder,
): void {
  words.set(
    index,
    field.ROLE_STEPS,
    builder.place(Float64Array.from(pay.steps.flatMap(({ from, rate }) => [from, rate]))),
  );
  words.set(index, field.ROLE_STEP_COUNT, pay.steps.length);
  words.set(index, field.ROLE_PAID_BY_QUARTER, pay.period === 'quarter' ? 1 : 0);
  numbers.set(index, field.ROLE_BASE, pay.base * (1 + pay.benefits));
  numbers.set(index, field.ROLE_VARIABLE, pay.variable);
  numbers.set(index, field.ROLE_CAP, pay.cap ?? Infinity);
  numbers.set(index, field.ROLE_RECRUITING, pay.recruiting);
  numbers.set(index, field.ROLE_SEVERANCE, pay.severance ?? 0);
  numbers.set(index, field.ROLE_OTHER, pay.otherCost ?? 0);
  numbers.set(index, field.ROLE_GUARANTEE_MONTHS, pay.guarantee?.months ?? 0);
  numbers.set(index, field.ROLE_GUARANTEE, pay.guarantee?.share ?? 0);
}

/** The lag from creation to winning as shares by month: created evenly over a month, won after the cycle. */
export const lagOf = ({ cycle }: Pipeline, months: number): Float64Array =>
  gridWeights(spreadTime(cycle, 1), months + LONGEST_CYCLE, 1);

function compilePipeline(
  plan: Plan,
  role: Role,
  index: number,
  words: Records<Int32Array>,
  numbers: Records<Float64Array>,
  builder: ImageBuilder,
): Float64Array {
  numbers.set(index, field.ROLE_KEPT, role.pipeline?.leaverKept ?? 1);
  if (!role.pipeline) return new Float64Array(0);
  const { months } = plan.calendar;
  const lag = lagOf(role.pipeline, months);
  words.set(index, field.ROLE_LAG, builder.place(lag));
  words.set(index, field.ROLE_LAG_MONTHS, months);
  return lag;
}
