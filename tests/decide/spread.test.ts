import { describe, expect, it } from 'vitest';
import { meanSplit } from '../../src/decide/spread/meanSplit';
import { spreadPlans } from '../../src/decide/spread/spreadPlans';
import { SPREAD_CAUSES, splitSpread, type SpreadSplit } from '../../src/decide/spread/splitSpread';
import { studySpread } from '../../src/decide/spread/studySpread';
import { allocateQuota } from '../../src/model/allocateQuota';
import { parsePlan } from '../../src/model/parsePlan';
import type { Plan } from '../../src/model/plan';
import { makeStartUpSample } from '../../src/model/samples';
import { periodId } from '../../src/model/units';
import { attainmentMoments } from '../../src/stats/attainmentMoments';
import { summarise } from '../../src/stats/summarise';
import { inProcess } from '../runner/runs';
import { simulate } from '../sim/support/simulate';
import { frozen } from '../support/frozen';

const year = periodId('FY2027');
const TRIALS = 64 * 30;

interface Person {
  readonly quota: number;
  /** Mean deals a month by record; the role's 4 where absent. */
  readonly deals?: number;
}

/** Ramped people who stay, of fixed deals of 10,000 and four a month, in a steady market. */
function makeTeam(people: readonly Person[], skillCv = 0): Plan {
  const parsed = parsePlan({
    format: 'turfcast-plan',
    version: 2,
    calendar: { start: '2027-01', months: 12 },
    market: { sd: 0 },
    parameterUncertainty: true,
    roles: [
      {
        id: 'r',
        name: 'r',
        productivity: { perMonth: 40_000, cv: 0 },
        dealSize: { kind: 'fixed', amount: 10_000 },
        annualAttrition: 0,
        skillCv,
        annualQuota: 480_000,
      },
    ],
    seats: people.map(({ quota, deals }, index) => ({
      id: `s${index}`,
      name: `s${index}`,
      roleId: 'r',
      annualQuota: quota,
      occupant: {
        kind: 'incumbent',
        hired: '2020-01-01',
        ...(deals !== undefined && {
          history: {
            dealsPerMonth: { shape: 1e6 * deals, rate: 1e6 },
            dealSize: { kind: 'empirical', amounts: [10_000], counts: [1] },
          },
        }),
      },
    })),
    run: { seed: 5, trials: TRIALS },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return frozen(parsed.value);
}

const quotasOf = (plan: Plan) => {
  const quotas = allocateQuota(plan).get(year);
  if (!quotas) throw new Error('no quotas');
  return quotas;
};
const levelsOf = (plan: Plan) => summarise(plan, simulate(plan, TRIALS)).levels;

function split(plan: Plan): SpreadSplit {
  const plans = spreadPlans(plan, quotasOf(plan));
  const found = splitSpread(
    { asPlanned: levelsOf(plans.asPlanned), alike: levelsOf(plans.alike), settled: levelsOf(plans.settled) },
    year,
  );
  if (!found) throw new Error('nobody had a quota');
  return found;
}

const sumOf = (found: SpreadSplit) => SPREAD_CAUSES.reduce((sum, cause) => sum + found[cause], 0);

describe('the split of attainment’s spread', () => {
  const sample = { ...makeStartUpSample(), run: { seed: 5, trials: TRIALS } };

  it('adds up exactly to the variance over all seats and trials of the plan itself', () => {
    const found = split(sample);
    const seats = attainmentMoments(levelsOf(spreadPlans(sample, quotasOf(sample)).asPlanned), year);
    const n = seats.reduce((sum, { counted }) => sum + counted, 0);
    const mean = seats.reduce((sum, seat) => sum + seat.counted * seat.mean, 0) / n;
    const squares = seats.reduce((sum, seat) => sum + seat.counted * (seat.variance + seat.mean ** 2), 0) / n;
    expect(sumOf(found)).toBe(found.total);
    expect(found.total).toBeCloseTo(squares - mean ** 2, 10);
  });

  it('is luck alone where seats, people and quotas are alike: the variance of a Poisson count', () => {
    const found = split(makeTeam(Array.from({ length: 4 }, () => ({ quota: 480_000 }))));
    // 48 deals expected and asked for: variance 48 ÷ 48². 7,680 seat-years: relative error of a variance √(2 ÷ 7,680) = 1.6 %, five of them.
    expect(Math.abs(found.luck * 48 - 1)).toBeLessThan(0.08);
    expect(found.territory).toBeLessThan(0.0001);
    expect(found.timing).toBe(0);
    expect(found.ability).toBe(0);
  });

  it('gives quotas that differ to the territory, to the variance of what they ask', () => {
    const found = split(makeTeam([{ quota: 480_000 }, { quota: 960_000 }]));
    // means 1 and ½: variance 1/16; a mean of 1,920 trials has a standard error of 0.0033 and moves it by no more than 0.002
    expect(Math.abs(found.territory - 1 / 16)).toBeLessThan(0.005);
    expect(found.ability).toBe(0);
    expect(found.timing).toBe(0);
  });

  it('gives records that differ to ability, and none of it to the territory', () => {
    const found = split(
      makeTeam([
        { quota: 480_000, deals: 6 },
        { quota: 480_000, deals: 2 },
      ]),
    );
    // means 1.5 and 0.5: variance 1/4
    expect(Math.abs(found.ability - 0.25)).toBeLessThan(0.015);
    expect(found.territory).toBeLessThan(0.0001);
  });

  it('gives skill that nobody knows yet to ability', () => {
    const found = split(makeTeam([{ quota: 480_000 }, { quota: 480_000 }], 0.4));
    // variance of skill 0.16; 3,840 draws of a lognormal, kurtosis some 6: five standard errors are 0.03
    expect(Math.abs(found.ability - 0.16)).toBeLessThan(0.03);
  });

  it('puts ability below zero where the able carry the quotas that even them out', () => {
    const found = split(
      makeTeam([
        { quota: 720_000, deals: 6 },
        { quota: 240_000, deals: 2 },
      ]),
    );
    expect(found.ability).toBeLessThan(-0.1);
    expect(sumOf(found)).toBe(found.total);
  });

  it('keeps the quotas of the plan in every run, and what it switches off switched off alone', () => {
    const plan: Plan = { ...sample, quota: { ...sample.quota, source: 'topDown' } };
    const quotas = quotasOf(plan);
    const { asPlanned, alike, settled } = spreadPlans(plan, quotas);
    for (const each of [asPlanned, alike, settled]) {
      expect(parsePlan(each)).toMatchObject({ ok: true });
      for (const [id, quota] of quotas.seats.byId)
        expect(quotasOf(each).seats.byId.get(id)).toBeCloseTo(quota, 6);
    }
    expect(alike.roles.every(({ skillCv }) => skillCv === 0)).toBe(true);
    expect(alike.seats.map(({ occupant }) => occupant.kind)).toEqual(
      plan.seats.map(({ occupant }) => occupant.kind),
    );
    expect(settled.seats.every(({ occupant }) => occupant.kind === 'incumbent')).toBe(true);
  });
});

describe('splits of several batches', () => {
  const made = (territory: number, luck: number): SpreadSplit => ({
    territory,
    timing: 0.01,
    ability: -0.02,
    luck,
    total: territory + luck - 0.01,
  });

  it('average to parts that still add up, with the batches’ own standard error', () => {
    const found = meanSplit([made(0.1, 0.3), made(0.2, 0.4)]);
    expect(found && sumOf(found.split)).toBeCloseTo(found?.split.total ?? 0, 15);
    expect(SPREAD_CAUSES.reduce((sum, cause) => sum + (found?.shares[cause] ?? 0), 0)).toBeCloseTo(1, 12);
    const [one, other] = [0.1 / 0.39, 0.2 / 0.59];
    expect(found?.errors.territory).toBeCloseTo(Math.abs(one - other) / 2, 12);
    expect(meanSplit([])).toBeUndefined();
  });

  it('come from the runner, the progress rising to one', async () => {
    const plan = { ...makeStartUpSample(), run: { seed: 5, trials: 100 } };
    const progress: number[] = [];
    const result = await studySpread(inProcess(), plan, quotasOf(plan), {
      onProgress: (share) => progress.push(share),
    });
    if (!result.ok || !result.value) throw new Error('no split');
    expect(sumOf(result.value.split)).toBe(result.value.split.total);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
  });

  it('stop before the next run where they are cancelled or in the way', async () => {
    const plan = makeStartUpSample();
    let runs = 0;
    const runner = { ...inProcess(), run: () => ((runs += 1), Promise.reject(new Error('must not run'))) };
    const busy = await studySpread(runner, plan, quotasOf(plan), { mayRun: () => false });
    const cancelled = await studySpread(runner, plan, quotasOf(plan), { signal: AbortSignal.abort() });
    expect([busy.ok, cancelled.ok, runs]).toEqual([false, false, 0]);
  });
});
