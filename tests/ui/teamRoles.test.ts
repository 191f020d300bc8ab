import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeRole } from '../../src/model/defaults';
import { updateRole } from '../../src/model/editPlan';
import { parsePlan } from '../../src/model/parsePlan';
import type { Plan, Role } from '../../src/model/plan';
import { money, seatId, share } from '../../src/model/units';
import { sizeFigures, sizeWords } from '../../src/ui/team/dealSizes';
import { guaranteeWords, stepsWords } from '../../src/ui/team/payWords';
import {
  formWords,
  listedOf,
  nearestSegment,
  openingCaution,
  pointsWithin,
  usualPipeline,
  winRateWords,
} from '../../src/ui/team/pipelineForm';
import {
  addSource,
  changeSource,
  feedSource,
  headsOf,
  mostSourceShare,
  removeSource,
  selfGenerated,
  sourcesCaution,
  sourcesWords,
} from '../../src/ui/team/pipelineSources';
import {
  addPart,
  changePart,
  mixOf,
  mostShare,
  removePart,
  valueShares,
  withMean,
} from '../../src/ui/team/mixParts';
import { newWorkRole, withFeeder, workHint } from '../../src/ui/team/roleEdits';
import { newProblem, tryChange } from '../../src/ui/kit/tryChange';
import { usualWords } from '../../src/ui/team/usualWords';
import { openSession, openTab } from '../state/support';
import { makeFullPlan } from '../support/makeFullPlan';

const plan = makeFullPlan();
const seller = plan.roles[0]!;
const words = (text: string) => text.replaceAll('\u202f', ' ');
const withRole = (role: Partial<Role>): Plan => updateRole(plan, seller.id, role);

describe('an edit that the model refuses', () => {
  test('changes nothing and is answered in the model’s words; one that it allows is one step of undo', async () => {
    const { session } = openSession(openTab());
    await session.adopt(plan, 'New plan');
    const before = session.plan;
    const edit = (leaves: number) => (each: Plan) =>
      updateRole(each, seller.id, { performanceLeaving: { threshold: leaves, multiplier: 2 } });
    expect(tryChange(session, 'Change it', edit(-1))).toBe('Threshold must not be below zero, got -1.');
    expect(session.plan).toBe(before);
    expect(tryChange(session, 'Change it', edit(0.4))).toBeUndefined();
    expect(session.editor.undoLabel).toBe('Change it');
    session.undo();
    expect(session.plan).toBe(before);
  });

  test('is told apart from what was wrong before', () => {
    const wrong = withRole({ skillCv: -1 });
    expect(newProblem(wrong, { ...wrong, name: 'Other' })).toBeUndefined();
    expect(newProblem(wrong, { ...wrong, name: ' ' })?.path).toBe('name');
  });
});

describe('a mix of deal sizes', () => {
  test('begins as two parts alike, of the same mean and spread', () => {
    const size = { kind: 'gamma', mean: money(40_000), cv: 0.8 } as const;
    const figures = sizeFigures(mixOf(size));
    expect(figures.mean).toBe(40_000);
    expect(figures.cv).toBeCloseTo(0.8, 12);
  });

  test('has shares of one whatever is added, changed and removed, and the plan stays valid', () => {
    const edit = fc.tuple(
      fc.constantFrom('add', 'share', 'remove', 'mean'),
      fc.nat(20),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
        let { parts } = mixOf(seller.dealSize);
        for (const [kind, place, value] of edits) {
          const at = place % parts.length;
          const part = parts[at]!;
          if (kind === 'add' && parts.length < 50) parts = addPart(parts);
          if (kind === 'remove') parts = removePart(parts, at);
          if (kind === 'share' && at < parts.length - 1)
            parts = changePart(parts, at, { share: share(value * mostShare(parts, at)) });
          if (kind === 'mean')
            parts = changePart(parts, at, { size: withMean(part.size, 1000 + value * 1e6) });
        }
        expect(parts.reduce((sum, part) => sum + part.share, 0)).toBeCloseTo(1, 9);
        expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
        const parsed = parsePlan(withRole({ dealSize: { kind: 'mix', parts } }));
        expect(parsed).toMatchObject({ ok: true });
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  test('says what share of the value each part is', () => {
    const mix = plan.roles[1]!.dealSize;
    if (mix.kind !== 'mix') throw new Error('no mix');
    expect(valueShares(mix.parts).map((each) => Math.round(each * 1000))).toEqual([947, 53]);
    expect(words(sizeWords(plan.roles[1]!, 'USD'))).toBe(
      'Mix of 75 % Licence and 25 % Service, mean $95,000',
    );
    expect(words(sizeWords(seller, 'USD'))).toBe(
      'Weibull, mean $40,000, spread 80 %, at most $400,000, growing 0.5 % a month',
    );
  });
});

describe('the pipeline form', () => {
  test('starts from the segment nearest in deal size', () => {
    const sized = (mean: number) => ({ dealSize: { kind: 'lognormal', mean: money(mean), cv: 1 } as const });
    expect([8_000, 30_000, 90_000].map((mean) => nearestSegment(sized(mean)))).toEqual([
      'smb',
      'midMarket',
      'enterprise',
    ]);
    expect(usualPipeline(sized(30_000))).toEqual({
      winRate: 0.25,
      cycle: { p50: 84, p90: 180 },
      leaverKept: 0.5,
      opening: 'steady',
    });
    for (const mean of [8_000, 30_000, 90_000])
      expect(parsePlan(withRole({ pipeline: usualPipeline(sized(mean)) }))).toMatchObject({ ok: true });
  });

  test('states its win rate with what it was counted from: 25 % of 40 is within 13.4 points', () => {
    expect(pointsWithin(0.25, 40)).toBeCloseTo(13.4, 1);
    expect(words(winRateWords(seller.pipeline!))).toBe('25 % won ÷ (won + lost) of 400 closed (±4.2 points)');
    expect(words(formWords({ pipeline: usualPipeline(seller) }))).toBe(
      '25 % won ÷ (won + lost), taken as known; won after 84 days (P90 180)',
    );
    expect(formWords({})).toBe('Deals close in the month of the effort');
  });

  test('warns of a start from a list that is empty', () => {
    expect(listedOf(plan, seller.id)).toBe(2);
    expect(openingCaution(plan, seller)).toBeUndefined();
    const empty = { ...plan, openPipeline: { stages: [], opportunities: [] } };
    expect(openingCaution(empty, seller)).toContain('first months book nothing');
  });
});

describe('sources of pipeline', () => {
  test('leave the rest to the sellers, and none can take more than that', () => {
    const sources = seller.sources!;
    expect(selfGenerated(sources)).toBe(0.3);
    expect(mostSourceShare(sources, 0)).toBe(0.7);
    expect(words(sourcesWords(seller))).toBe('40 % SDR, 30 % Marketing and 30 % self-generated');
    expect(sourcesWords({})).toBe('All self-generated');
    const full = changeSource(sources, 0, { share: share(mostSourceShare(sources, 0)) });
    expect(parsePlan(withRole({ sources: full }))).toMatchObject({ ok: true });
    expect(addSource(withRole({ sources: full }), { ...seller, sources: full }).at(-1)?.share).toBe(0);
  });

  test('are fed by the first support role that feeds none yet, at the usual ratio', () => {
    const bare = { ...makeRole('midMarket', { id: seller.id }) };
    const sdr = plan.roles.find(({ work }) => work === 'support')!;
    const [first] = addSource(plan, bare);
    expect(first).toEqual({ name: 'SDR', share: 0.2, fedBy: { roleId: sdr.id, sellersPerHead: 2.5 } });
    const second = addSource(plan, { ...bare, sources: [first!] }).at(-1);
    expect(second).toEqual({ name: 'Marketing', share: 0.2 });
    expect(feedSource({ ...bare, sources: [first!] }, 0, undefined)[0]).toEqual({ name: 'SDR', share: 0.2 });
    expect(removeSource([first!], 0)).toBeUndefined();
  });

  test('call for so many people, and say where there are too few', () => {
    const [sdr] = seller.sources!;
    expect(headsOf(plan, seller, sdr!)).toEqual({ planned: 1, needed: 3 / 2.5 });
    expect(sourcesCaution(plan, seller)).toBe('Too few people for SDR');
    const more = { ...plan.seats[1]!, id: seatId('sdr-2') };
    expect(sourcesCaution({ ...plan, seats: [...plan.seats, more] }, seller)).toBeUndefined();
  });

  test('can be fed by a role made on the spot, which is valid and books nothing', () => {
    const next = withFeeder(plan, seller, 1);
    const feeder = next.roles.at(-1)!;
    expect(feeder).toMatchObject({
      work: 'support',
      name: 'SDR 2',
      annualQuota: 0,
      productivity: { perMonth: 0 },
    });
    expect(next.roles[0]!.sources![1]!.fedBy).toEqual({ roleId: feeder.id, sellersPerHead: 2.5 });
    expect(parsePlan(next)).toMatchObject({ ok: true });
  });
});

describe('work', () => {
  test('a role that manages is valid, and its hint counts the managers in its seats', () => {
    const role = newWorkRole(plan, 'manage');
    expect(parsePlan({ ...plan, roles: [...plan.roles, role] })).toMatchObject({ ok: true });
    expect(
      workHint(
        plan,
        plan.roles.find(({ id }) => id === 'leader')!,
      ),
    ).toContain('1 manager sits');
    expect(workHint(plan, role)).toContain('No manager sits');
    expect(
      workHint(
        plan,
        plan.roles.find(({ id }) => id === 'sdr')!,
      ),
    ).toContain('feeds Account executive');
    expect(workHint(plan, newWorkRole(plan, 'support'))).toContain('None names it yet');
  });
});

test('pay says its period, steps, cap and guarantee', () => {
  expect(words(stepsWords(seller.pay))).toBe(
    'By the quarter’s attainment, 0.5 × from 0 %, 1.5 × from 50 %, 2 × from 100 %, at most 3 times the variable',
  );
  expect(words(guaranteeWords(seller.pay))).toBe('First 3 months: at least 100 % of variable');
  expect(guaranteeWords(makeRole('smb').pay)).toBe('None');
});

test('usual figures are told by segment with their source and how far to trust it, once where they agree', () => {
  expect(
    usualWords(
      (each) => each.annualAttrition,
      (value) => `${value * 100} %`,
    ),
  ).toMatch(
    /^Usual: SMB 35 %, Mid-market 26 %, Enterprise 20 %\. From: .*CSO Insights.*\(trust C: aggregator\)\.$/,
  );
  expect(usualWords((each) => each.sellersPerSdr, String)).toMatch(/^Usual: 2\.5\. From: TOPO 2015/);
});
