import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlanVersion } from '../../src/storage/planStore';
import { FRESH_VERSIONS, thinVersions } from '../../src/storage/thinVersions';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2027-01-01T00:00:00Z');
const instant = (time: number) => new Date(time).toISOString();
const label = fc.oneof(
  { weight: 20, arbitrary: fc.constant('Add a hire') },
  { weight: 1, arbitrary: fc.constant('Imported') },
);

/** A history oldest first, with gaps from seconds to days between saves, and a time at or after its last save. */
const history = fc
  .array(fc.tuple(fc.oneof(fc.nat(60_000), fc.nat(2 * HOUR), fc.nat(3 * DAY)), label), {
    minLength: 1,
    maxLength: 400,
  })
  .map((steps) => {
    let time = START;
    return steps.map(([gap, text], index): PlanVersion => {
      time += gap;
      return { revision: index + 1, savedAt: instant(time), label: text };
    });
  });
const moment = fc.tuple(history, fc.nat(40 * DAY), fc.nat(40 * DAY)).map(([versions, wait, more]) => {
  const last = versions.at(-1);
  const soon = Date.parse(last?.savedAt ?? '') + wait;
  return { versions, current: last?.revision ?? 0, soon: instant(soon), later: instant(soon + more) };
});
const revisionsOf = (versions: readonly PlanVersion[]) => versions.map(({ revision }) => revision);

test('the current version, the first and the landmarks are always kept', () => {
  fc.assert(
    fc.property(moment, ({ versions, current, soon }) => {
      const kept = revisionsOf(thinVersions(versions, current, soon));
      const landmarks = revisionsOf(versions.filter(({ label: text }) => text === 'Imported'));
      expect(kept).toEqual(expect.arrayContaining([1, current, ...landmarks]));
    }),
  );
});

test('the newest 200 of the last day are kept, whatever their distance', () => {
  fc.assert(
    fc.property(moment, ({ versions, current, soon }) => {
      const fresh = versions
        .filter(({ savedAt }) => Date.parse(soon) - Date.parse(savedAt) < DAY)
        .slice(-FRESH_VERSIONS);
      expect(revisionsOf(thinVersions(versions, current, soon))).toEqual(
        expect.arrayContaining(revisionsOf(fresh)),
      );
    }),
  );
});

test('of older ones at most one an hour is kept for a week, then one a day', () => {
  fc.assert(
    fc.property(moment, ({ versions, current, soon }) => {
      const kept = thinVersions(versions, current, soon).filter(
        ({ revision, label: text }) => revision !== 1 && revision !== current && text !== 'Imported',
      );
      const ages = (from: number, to: number) =>
        kept.filter(({ savedAt }) => {
          const age = Date.parse(soon) - Date.parse(savedAt);
          return age >= from && age < to;
        });
      const slots = (list: readonly PlanVersion[], size: number) =>
        list.map(({ savedAt }) => Math.floor(Date.parse(savedAt) / size));
      for (const taken of [slots(ages(DAY, 7 * DAY), HOUR), slots(ages(7 * DAY, Infinity), DAY)])
        expect(new Set(taken).size).toBe(taken.length);
    }),
  );
});

test('thinning on the way changes nothing about what is kept later', () => {
  fc.assert(
    fc.property(moment, ({ versions, current, soon, later }) => {
      const once = thinVersions(versions, current, soon);
      expect(thinVersions(once, current, soon)).toEqual(once);
      expect(thinVersions(once, current, later)).toEqual(thinVersions(versions, current, later));
    }),
  );
});

test('an hour of saves every second keeps 200 and the first; a week later the last one of the hour stands for it', () => {
  const versions = Array.from({ length: 3600 }, (_, index): PlanVersion => ({
    revision: index + 1,
    savedAt: instant(START + index * 1000),
    label: 'Move a lever',
  }));
  expect(thinVersions(versions, 3600, instant(START + HOUR))).toHaveLength(FRESH_VERSIONS + 1);
  expect(revisionsOf(thinVersions(versions, 3600, instant(START + 8 * DAY)))).toEqual([1, 3600]);
});

test('a version whose time cannot be read is kept', () => {
  const versions = [1, 2, 3].map((revision): PlanVersion => ({ revision, savedAt: 'soon', label: '' }));
  expect(thinVersions(versions, 3, instant(START))).toEqual(versions);
});
