import { describe, expect, test } from 'vitest';
import { eventId, isoMonth, money, periodId, share } from '../../src/model/units';
import { summarise } from '../../src/stats/summarise';
import { driverSentence } from '../../src/ui/outlook/driverSentence';
import { driverTable } from '../../src/ui/outlook/driverTable';
import { groupsOf, levelTable } from '../../src/ui/outlook/levelTable';
import { simulate } from '../sim/support/simulate';
import { makeTestPlan } from '../sim/support/testPlan';
import { makeFullPlan } from '../support/makeFullPlan';

const plan = makeFullPlan();
const summary = summarise(plan, simulate(plan, 640));
const year = periodId('FY2027');

describe('levels on screen', () => {
  test('are a row each, in the plan’s order, with attainment as mean, median and share together', () => {
    for (const kind of ['region', 'manager', 'territory', 'role'] as const) {
      const { columns, rows } = levelTable(plan, summary, kind, year);
      expect(rows.map(([name]) => name?.text)).toEqual(groupsOf(plan, kind).map(({ name }) => name));
      expect(columns.slice(5, 8)).toEqual(['Mean attainment', 'Median', 'At or above 100 %']);
      expect(rows.every((row) => row.length === columns.length)).toBe(true);
    }
  });

  test('that carry no quota have a dash, not a nought', () => {
    const { rows } = levelTable(plan, summary, 'role', year);
    const support = rows.find(([name]) => name?.text === 'SDR')!;
    expect(support.slice(1, 3).map(({ text }) => text)).toEqual(['–', '–']);
    expect(support.slice(5, 8).map(({ text }) => text)).toEqual(['–', '–', '–']);
    expect(support.at(-2)?.text).toMatch(/^€[\d.]+K$/);
  });
});

describe('what was different', () => {
  test('is a table of the worst tenth, all trials and the best, full figures behind the short ones', () => {
    const drivers = summary.drivers[0]!;
    const { columns, rows } = driverTable(drivers, plan, 'EUR');
    expect(columns).toEqual(['Mean of', 'Worst tenth', 'All trials', 'Best tenth']);
    expect(rows[0]?.map(({ raw }) => raw)).toEqual([
      'Bookings',
      drivers.worst.bookings.mean,
      drivers.all.bookings.mean,
      drivers.best.bookings.mean,
    ]);
    expect(rows.at(-1)?.[0]?.text).toBe(plan.events.at(-1)?.name);
  });

  test('is said in words: what is clearly so, by name, the clearest first', () => {
    const risky = makeTestPlan({
      seats: 10,
      role: { dealSize: { kind: 'fixed', amount: money(1) } },
      plan: {
        events: [
          {
            id: eventId('rival'),
            name: 'A rival enters',
            probability: share(0.2),
            earliest: isoMonth('2027-01'),
            latest: isoMonth('2027-01'),
            months: 12,
            scope: { kind: 'all' },
            effects: { intensity: 0.3 },
          },
        ],
      },
    });
    const { drivers } = summarise(risky, simulate(risky, 640));
    const words = driverSentence(drivers[0]!, risky.events, 'USD');
    expect(words).toMatch(
      /^The worst tenth of trials ends at \$\d+ on average, against \$\d+\. Most clearly different: /,
    );
    expect(words).toContain('deals lower');
    expect(words).toContain('“A rival enters” more often');
  });

  test('is nothing where nothing but chance differs', () => {
    const none = { mean: 5, standardError: 1 };
    const group = { ...summary.drivers[0]!.all, bookings: { mean: 100, standardError: 1 }, events: [] };
    const features = Object.fromEntries(
      Object.keys(group.features).map((name) => [name, none]),
    ) as typeof group.features;
    const same = { ...group, features };
    expect(driverSentence({ period: year, all: same, worst: same, best: same }, [], 'USD')).toBe(
      'The worst tenth of trials ends at $100 on average, against $100. Nothing listed here differs by more than chance would.',
    );
  });
});
