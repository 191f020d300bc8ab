import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUP_IDS, GROUPS, type GroupId } from '../../../src/decide/compare/assumptionGroups';
import { differencesOf } from '../../../src/decide/compare/differencesOf';
import { mixPlans } from '../../../src/decide/compare/mixPlans';
import { featurePlans } from '../../../src/bench/featurePlans';
import { mendReferences } from '../../../src/model/mendReferences';
import { parsePlan } from '../../../src/model/parsePlan';
import type { Plan } from '../../../src/model/plan';
import { planRules } from '../../../src/model/planRules';
import { planId } from '../../../src/model/units';
import { frozen } from '../../support/frozen';
import { makeFullPlan } from '../../support/makeFullPlan';
import { planArbitrary } from '../../support/planArbitrary';
import { type ValuePath } from '../../support/withValue';
import { after, before, bolder } from './plans';

const all = new Set(GROUP_IDS);
/** What a plan assumes: all but which plan it is. */
const assumed = (plan: Plan) => ({ ...plan, id: planId('any') });

/** Every value in plain data that has no parts, by its way there. */
function leaves(value: unknown, path: ValuePath = []): ValuePath[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, part]) =>
    leaves(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function changed(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  const text = String(value);
  const [year] = /^\d{4}(?=-)/.exec(text) ?? [];
  return year === undefined ? `${text}x` : text.replace(year, String(Number(year) + 1));
}

/** The plan with the value at a path changed; what it may not say is left as it is said, since nothing here reads it. */
function changedAt(plan: Plan, path: ValuePath): Plan {
  const copy = structuredClone(plan);
  let at: unknown = copy;
  for (const key of path.slice(0, -1)) at = Reflect.get(Object(at), key);
  const last = path.at(-1) ?? '';
  Reflect.set(Object(at), last, changed(Reflect.get(Object(at), last)));
  return copy;
}

describe('plans of which some groups are another’s', () => {
  it('with no group it is the plan itself, with every group all that the other assumes', () => {
    fc.assert(
      fc.property(planArbitrary, planArbitrary, (a, b) => {
        expect(mixPlans(frozen(a), frozen(b), new Set())).toBe(a);
        expect(assumed(mixPlans(a, b, all))).toEqual(assumed(b));
      }),
      { numRuns: 40, seed: 4 },
    );
  });

  it('the other way round, with the other groups, it assumes the same', () => {
    const groups = fc.subarray(GROUP_IDS).map((chosen) => new Set(chosen));
    fc.assert(
      fc.property(planArbitrary, planArbitrary, groups, (a, b, fromB) => {
        const others = new Set(GROUP_IDS.filter((group) => !fromB.has(group)));
        const back = mixPlans(b, a, others);
        expect(assumed(mixPlans(a, b, fromB))).toEqual(assumed(others.size === 0 ? b : back));
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  it('only what the groups say is taken: the rest stays as it is', () => {
    const mix = mixPlans(before, bolder, new Set<GroupId>(['leaving']));
    expect(mix.seats).toEqual(before.seats);
    expect(mix.levers).toEqual(before.levers);
    expect(mix.roles[0]).toEqual({ ...before.roles[0], annualAttrition: 0.1 });
  });

  it('references to what the other plan alone has are mended, and what is left is a plan', () => {
    const full = makeFullPlan();
    const bare = { ...before, currency: 'EUR', calendar: full.calendar };
    for (const group of GROUP_IDS) {
      const mix = mixPlans(bare, full, new Set([group]));
      const rules = planRules(mix).map(({ code }) => code);
      expect(
        rules.filter((code) => code.includes('reference')),
        group,
      ).toEqual([]);
    }
    const seats = mixPlans(bare, full, new Set<GroupId>(['team']));
    expect(seats.seats.map(({ id }) => id)).toEqual(full.seats.map(({ id }) => id));
    expect(
      seats.seats.every(({ managerId, territoryId }) => managerId === undefined && territoryId === undefined),
    ).toBe(true);
    expect(parsePlan(seats).ok).toBe(true);
  });
});

describe('what differs', () => {
  // The plan by hand has every field; these have what stands in place of one another.
  const named = featurePlans()
    .filter(({ name }) => ['moves', 'sizes', 'performance'].includes(name))
    .map((plan) => [plan.name, plan] as const);

  it.each([...named, ['everything', makeFullPlan()] as const])(
    'a change of any field shows in one group, which brings it over alone: %s',
    (_, plan) => {
      for (const path of leaves(plan)) {
        if (['format', 'version', 'id'].includes(String(path[0]))) continue;
        // A note about nothing that there is would go with what it is about.
        if (path[0] === 'notes' && path.includes('about')) continue;
        const other = changedAt(plan, path);
        const found = differencesOf(plan, other);
        expect(
          found.map(({ differences }) => differences.length > 0),
          path.join('.'),
        ).toEqual([true]);
        const group = found[0]!.group;
        for (const { from, to } of found[0]!.differences)
          expect(from === undefined || from !== to).toBe(true);
        // What refers to nothing any more is mended in both.
        expect(mixPlans(plan, other, new Set([group])), path.join('.')).toEqual(mendReferences(other));
      }
    },
  );

  it('of any two plans is in the groups whose change makes the one into the other', () => {
    fc.assert(
      fc.property(planArbitrary, planArbitrary, (a, b) => {
        const differing = new Set(differencesOf(a, b).map(({ group }) => group));
        expect(assumed(mixPlans(a, b, differing))).toEqual(assumed(b));
        expect(differencesOf(a, a)).toEqual([]);
      }),
      { numRuns: 40, seed: 6 },
    );
  });

  const lines = (a: Plan, b: Plan) =>
    differencesOf(a, b).flatMap(({ group, differences }) =>
      differences.map(({ of, what, from, to }) =>
        [
          `${GROUPS[group].name}: `,
          of.length > 0 ? `${of.join(', ')}: ` : '',
          what,
          from === undefined ? '' : ` ${from} → ${to}`,
        ]
          .join('')
          .replaceAll('\u202f', ' '),
      ),
    );

  it('is told in the words of the trade', () => {
    expect(lines(before, bolder)).toEqual([
      'Seats and hires: 2 hires added: Opening 6 (Feb 2027), Opening 7 (Mar 2027)',
      'Attrition: Account executive: attrition 26 % → 10 %',
      'Levers: productivity lever 100 % → 110 %',
      'Names and sources: name Series A start-up → Two hires more',
    ]);
  });

  it('what changed alike in several seats is told once', () => {
    const closed: Plan = {
      ...after,
      seats: after.seats.map((seat, index) => (index < 3 ? { ...seat, backfill: false } : seat)),
    };
    expect(lines(after, closed)).toEqual([
      `Seats and hires: ${after.seats
        .slice(0, 3)
        .map(({ name }) => name)
        .join(', ')}: replaced after leaving yes → no`,
    ]);
  });
});
