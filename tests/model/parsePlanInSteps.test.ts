import { expect, test } from 'vitest';
import { atOnce, withPauses } from '../../src/model/inSteps';
import { parsePlan } from '../../src/model/parsePlan';
import { parsePlanInSteps } from '../../src/model/parsePlanInSteps';
import { makeStartUpSample } from '../../src/model/samples';
import { SoundParts } from '../../src/model/soundParts';
import { branchSplit } from '../../src/model/editAccounts';
import { regionId, splitId } from '../../src/model/units';
import { frozen } from '../support/frozen';
import { makeBookPlan } from '../support/makeBookPlan';
import { withValue, type ValuePath } from '../support/withValue';

const branched = (count: number) =>
  frozen(
    branchSplit(makeBookPlan(makeStartUpSample(), count, 3), splitId('split-1'), {
      id: splitId('split-2'),
      name: 'Two',
    }),
  );
const small = branched(7);

function pathsOf(data: unknown, at: ValuePath): ValuePath[] {
  if (typeof data !== 'object' || data === null) return [at];
  const keys = Array.isArray(data) ? [...data.keys()] : Object.keys(data);
  return [at, ...keys.flatMap((key) => pathsOf(Reflect.get(data, key), [...at, key]))];
}

test('a plan is the same, or has the same problems, whatever is wrong with its book and however many accounts a step has', () => {
  const paths = [[], ...pathsOf(small.accountBook, ['accountBook']), ['name'], ['seats', 0, 'roleId']];
  expect(paths.length).toBeGreaterThan(80);
  for (const path of paths)
    for (const [place, value] of [undefined, 'nobody', -1, [], ''].entries()) {
      if (path.length === 0 && place > 0) continue;
      const input = path.length === 0 ? small : withValue(small, path, value);
      const wanted = parsePlan(input);
      for (const step of [1, 3])
        expect(atOnce(parsePlanInSteps(input, { step })), `${path.join('.')} = ${String(value)}`).toEqual(
          wanted,
        );
    }
});

test('thousands of accounts are read in many steps, and what is sound already comes out as it is', async () => {
  const large = branched(5000);
  let pauses = 0;
  const pause = () => Promise.resolve(void pauses++);
  const read = await withPauses(parsePlanInSteps(large), pause);
  expect(read).toEqual({ ok: true, value: large });
  expect(pauses).toBeGreaterThan(5);
  const sound = new SoundParts();
  sound.add(large);
  const again = atOnce(parsePlanInSteps({ ...large, name: 'Other' }, { sound }));
  expect(again.ok && again.value.accountBook?.accounts).toBe(large.accountBook?.accounts);
  expect(again.ok && again.value.accountBook?.splits[1]).toBe(large.accountBook?.splits[1]);
});

test('a plan with regions is read in as many steps', async () => {
  const plain = branched(5000);
  const east = { id: regionId('east'), name: 'East' };
  const territories = plain.territories.map((each) => ({ ...each, regionId: east.id }));
  const large = { ...plain, regions: [east], territories };
  const stepsOf = async (plan: typeof plain) => {
    let pauses = 0;
    const sound = new SoundParts();
    sound.add(plan);
    const read = await withPauses(parsePlanInSteps(plan, { sound }), () => Promise.resolve(void pauses++));
    expect(read.ok && read.value.accountBook?.accounts).toBe(plan.accountBook?.accounts);
    return pauses;
  };
  expect(await stepsOf(large)).toBe(await stepsOf(plain));
});

test('what is sound by itself is still refused where it names what is gone', () => {
  const large = branched(2500);
  const sound = new SoundParts();
  sound.add(large);
  const input = { ...large, territories: large.territories.slice(1) };
  const read = atOnce(parsePlanInSteps(input, { sound }));
  expect(read).toEqual(parsePlan(input));
  expect(read.ok).toBe(false);
});
