import { describe, expect, test } from 'vitest';
import { makeStartUpSample } from '../../src/model/samples';
import { periodId, planId } from '../../src/model/units';
import { shownPercent } from '../../src/ui/kit/judgeNumber';
import { fileStem } from '../../src/ui/kit/fileStem';
import { marketNote } from '../../src/ui/outlook/marketNote';
import { restsOn } from '../../src/ui/outlook/restsOn';
import { summaryOf, testPlan } from '../state/support';
import { noticeStay } from '../../src/ui/kit/noticeStay';
import { cardSentence } from '../../src/ui/plans/cardWords';
import { lastOfEachMove } from '../../src/ui/plans/lastOfEachMove';

describe('a share in a field', () => {
  test.each([
    [0.06877, '6.88 %'],
    [0.3527, '35.3 %'],
    [0.5, '50 %'],
    [0.125, '12.5 %'],
    [1.1, '110 %'],
    [2.345678, '235 %'],
    [0, '0 %'],
    [0.000123, '0.01 %'],
    [-0.25, '-25 %'],
  ])('%d stands as %s: three figures, no noughts after them', (value, words) => {
    expect(shownPercent(value)).toBe(words);
  });
});

test('a picture says what it rests on: how far a run came, or that it knew enough', () => {
  const summary = { ...summaryOf(testPlan(), 1024), complete: false };
  expect(restsOn(summary, 1024)).toMatch(/^1,024 trials, seed /);
  expect(restsOn(summary, 10_000)).toMatch(/^1,024 of 10,000 trials, seed /);
  expect(restsOn({ ...summary, complete: true }, 10_000)).toMatch(
    /^1,024 of 10,000 trials \(known as well as asked for\), seed /,
  );
});

test('a notice stays longer the longer it is, and an alarm until it is dismissed', () => {
  const say = (text: string, action = false) =>
    noticeStay({
      id: 1,
      tone: 'plain',
      text,
      ...(action && { action: { label: 'Undo', run: () => undefined } }),
    });
  expect(say('Saved.')).toBe(6_000);
  expect(say('Saved.', true)).toBe(12_000);
  expect(say('x'.repeat(150))).toBe(9_000);
  expect(noticeStay({ id: 1, tone: 'alarm', text: 'Full.' })).toBeUndefined();
});

test('a card gives a stated target as it was stated', () => {
  const answer = {
    period: periodId('FY2027'),
    target: 5_050_000,
    chance: 0.62,
    p10: 4.1e6,
    p50: 5.4e6,
    p90: 6.9e6,
  };
  const card = {
    id: planId('a'),
    name: 'A',
    savedAt: '2027-01-01T00:00:00Z',
    revision: 1,
    seats: 12,
    currency: 'USD',
  };
  expect(cardSentence({ ...card, answer: { ...answer, sparkline: [] } })).toContain('$5.05M or more');
});

describe('the history as it is shown', () => {
  const at = (seconds: number, label: string) => ({
    revision: seconds,
    savedAt: new Date(Date.UTC(2027, 0, 1, 12, 0, seconds)).toISOString(),
    label,
  });
  const labels = (...versions: ReturnType<typeof at>[]) => lastOfEachMove(versions).map((each) => each.label);

  test('a lever dragged is one version, its last', () => {
    const drag = [at(13, 'Attrition: 220 %'), at(12, 'Attrition: 160 %'), at(11, 'Attrition: 115 %')];
    expect(labels(...drag, at(5, 'Create'))).toEqual(['Attrition: 220 %', 'Create']);
  });

  test('two moves of a lever apart in time are two versions, as are moves of two levers', () => {
    expect(labels(at(30, 'Attrition: 220 %'), at(12, 'Attrition: 160 %'), at(5, 'Create'))).toHaveLength(3);
    expect(labels(at(13, 'Deal size: 90 %'), at(12, 'Attrition: 160 %'), at(5, 'Create'))).toHaveLength(3);
  });

  test('edits named without a setting all stay, and so does the oldest version', () => {
    expect(labels(at(13, 'Add a hire'), at(12, 'Add a hire'), at(11, 'Add a hire'))).toHaveLength(3);
    expect(labels(at(13, 'Attrition: 220 %'), at(12, 'Attrition: 160 %'))).toHaveLength(2);
  });
});

test('a plan’s name in a file’s name is without what systems refuse', () => {
  expect(fileStem('FY27: hire / keep?')).toBe('FY27 hire keep');
  expect(fileStem('???')).toBe('plan');
});

test('a plan without market swings says that its ranges are narrow, and no other does', () => {
  const plan = makeStartUpSample();
  expect(marketNote(plan)).toBeUndefined();
  expect(marketNote({ market: { ...plan.market, sd: 0 } })).toContain('“Market swings”');
});
