import { describe, expect, it } from 'vitest';
import { addEvent } from '../../src/model/editEvents';
import { parsePlan } from '../../src/model/parsePlan';
import type { Plan, RiskEvent } from '../../src/model/plan';
import { makeThreeRegionSample } from '../../src/model/samples';
import { isoMonth, share } from '../../src/model/units';
import { budgetGap } from '../../src/ui/money/budgetWords';
import { monthChoices, scopeChoices } from '../../src/ui/risks/eventChoices';
import {
  beginningFrom,
  copyOfEvent,
  effectsWith,
  newEvent,
  sampleEvent,
  scopeOf,
  scopeValue,
  takeEvent,
} from '../../src/ui/risks/eventEdits';
import { changeWords, effectWords, scopeWords, whenWords } from '../../src/ui/risks/eventWords';
import { expectedEffect, expectedWords } from '../../src/ui/risks/expectedEffect';

const plan = { ...makeThreeRegionSample(), seasonality: Array.from({ length: 12 }, () => 1) };
const [america] = plan.regions;
const rival: RiskEvent = {
  ...newEvent(plan),
  name: 'Rival',
  probability: share(0.25),
  earliest: isoMonth('2027-01'),
  latest: isoMonth('2027-01'),
  months: 6,
  effects: { winRate: 0.8 },
};
const narrow = (text: string) => text.replaceAll('\u202f', ' ');

describe('events in words', () => {
  it('tell multipliers as changes', () => {
    expect([0.8, 1.5, 1, 0.995, 0].map(changeWords).map(narrow)).toEqual([
      '−20 %',
      '+50 %',
      '±0 %',
      '−0.5 %',
      '−100 %',
    ]);
  });

  it('say when, whom and what', () => {
    expect(whenWords(rival)).toBe('in Jan 2027');
    expect(whenWords({ ...rival, latest: isoMonth('2027-03') })).toBe('from Jan 2027 to Mar 2027');
    expect(narrow(effectWords(rival))).toBe('win rate −20 %, for 6 months');
    expect(narrow(effectWords({ ...rival, months: 1, effects: { attrition: 2, intensity: 0.9 } }))).toBe(
      'number of deals −10 %, leaving +100 %, for 1 month',
    );
    expect(effectWords(newEvent(plan))).toBe('no effect yet');
    expect(scopeWords(plan, { kind: 'region', id: america!.id })).toBe('North America');
    expect(scopeWords(plan, { kind: 'all' })).toBe('everybody');
  });
});

describe('the chance-weighted effect', () => {
  it('is chance × share of the plan’s months × change of the bookings', () => {
    expect(expectedEffect(plan, rival)).toEqual({ lasts: 0.5, bookings: 0.25 * 0.5 * (0.8 - 1), reach: 1 });
    expect(narrow(expectedWords(plan, rival))).toBe(
      'On average, its chance of 25 % included: −2.5 % of the plan’s bookings.',
    );
  });

  it('counts the months inside the plan alone, each beginning alike', () => {
    const late = { ...rival, earliest: isoMonth('2027-09'), latest: isoMonth('2027-12') };
    expect(expectedEffect(plan, late).lasts).toBeCloseTo((4 + 3 + 2 + 1) / 4 / 12, 12);
    const gone = { ...rival, earliest: isoMonth('2029-01'), latest: isoMonth('2029-01') };
    expect(expectedWords(plan, gone)).toContain('outside the plan’s months');
  });

  it('of a region is a share of the whole by its capacity', () => {
    const local = { ...rival, scope: { kind: 'region' as const, id: america!.id } };
    const { reach } = expectedEffect(plan, local);
    expect(reach).toBeGreaterThan(0.3);
    expect(reach).toBeLessThan(0.5);
    expect(narrow(expectedWords(plan, local))).toContain('−2.5 % of North America’s bookings, −');
  });

  it('leaves what happens to people to the run, and asks for an effect where there is none', () => {
    expect(expectedWords(plan, { ...rival, effects: { attrition: 2 } })).toContain('shows in the run');
    expect(expectedWords(plan, newEvent(plan))).toContain('does nothing yet');
  });
});

describe('edits of events', () => {
  it('keep the plan sound, samples and copies too', () => {
    const sample = sampleEvent(plan);
    const one = addEvent(plan, sample);
    const two = addEvent(one, copyOfEvent(one, sample));
    expect(new Set(two.events.map(({ id }) => id)).size).toBe(2);
    expect(parsePlan(two).ok).toBe(true);
    const short = { ...plan, calendar: { ...plan.calendar, months: 2 } };
    expect(parsePlan(addEvent(short, sampleEvent(short))).ok).toBe(true);
  });

  it('let the last month follow the first, and take an effect of nothing away', () => {
    expect(beginningFrom(rival, isoMonth('2027-05'))).toEqual({
      earliest: '2027-05',
      latest: '2027-05',
    });
    expect(beginningFrom({ ...rival, latest: isoMonth('2027-08') }, isoMonth('2027-05'))).toEqual({
      earliest: '2027-05',
    });
    expect(effectsWith({ winRate: 0.8 }, 'winRate', 1)).toEqual({});
    expect(effectsWith({ winRate: 0.8 }, 'dealSize', 0.9)).toEqual({ winRate: 0.8, dealSize: 0.9 });
  });

  it('choose among the plan’s months and whoever there is', () => {
    expect(monthChoices(plan, isoMonth('2027-05'), isoMonth('2027-04'))).toHaveLength(9);
    expect(monthChoices(plan, isoMonth('2030-01')).at(-1)?.label).toBe('Jan 2030');
    for (const { value } of scopeChoices(plan)) expect(scopeValue(scopeOf(value))).toBe(value);
    expect(scopeChoices(plan)).toHaveLength(1 + 3 + 3);
  });

  it('put an event back where it stood, unless what it is about is gone', () => {
    const local = { ...rival, scope: { kind: 'region' as const, id: america!.id } };
    const makers: ((plan: Plan) => RiskEvent)[] = [sampleEvent, () => local, newEvent];
    const three = makers.reduce<Plan>(
      (next, make) => addEvent(next, { ...make(next), id: newEvent(next).id }),
      plan,
    );
    const middle = three.events[1]!;
    const { without, putBack } = takeEvent(three, middle);
    expect(putBack(without)).toEqual(three);
    const smaller = { ...without, regions: without.regions.slice(1), managers: [], seats: [] };
    expect(putBack(smaller).events).toHaveLength(2);
  });
});

describe('budgets in words', () => {
  it('tell what is left or missing', () => {
    expect(budgetGap(9_000_000, 10_000_000, 'USD')).toBe('$1.0M to spare');
    expect(budgetGap(10_500_000, 10_000_000, 'USD')).toBe('$500K over');
    expect(budgetGap(5, 5, 'USD')).toBe('as much as expected');
  });
});
