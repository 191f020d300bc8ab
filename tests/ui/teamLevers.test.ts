import { describe, expect, test } from 'vitest';
import { leverRanges, neutralLevers } from '../../src/model/defaults';
import { days } from '../../src/model/units';
import { chanceChange, LEVER_ORDER, leverSetting, movedLevers } from '../../src/ui/levers/leverEffect';
import { leverFormulas } from '../../src/ui/levers/leverTerms';

const coarse = (value: number) => ({ value, standardError: 0.006 });
const fine = (value: number) => ({ value, standardError: 0.002 });

describe('levers in words', () => {
  test('every lever of the plan is shown once, with its formula', () => {
    expect([...LEVER_ORDER].sort()).toEqual(Object.keys(neutralLevers).sort());
    expect(Object.keys(leverFormulas).sort()).toEqual(Object.keys(leverRanges).sort());
  });

  test('a setting reads as a share of the plan’s own figure, a delay as days', () => {
    expect(leverSetting('productivity', 1.1)).toBe('110\u202f%');
    expect(leverSetting('startDelay', 0)).toBe('as planned');
    expect(leverSetting('startDelay', 1)).toBe('1 day later');
    expect(leverSetting('startDelay', -30)).toBe('30 days earlier');
  });

  test('a change is the difference of the figures shown, to their digits', () => {
    expect(chanceChange(coarse(0.634), coarse(0.576))).toBe('63\u202f% → 58\u202f% (−5 points)');
    expect(chanceChange(fine(0.634), fine(0.644))).toBe('63.4\u202f% → 64.4\u202f% (+1.0 point)');
    expect(chanceChange(coarse(0.8741), coarse(0.7961))).toBe('87\u202f% → 80\u202f% (−7 points)');
    expect(chanceChange(coarse(0.634), coarse(0.631))).toBe('stays at 63\u202f%');
  });

  test('levers count as moved when they are not where they change nothing', () => {
    expect(movedLevers(neutralLevers)).toBe(0);
    expect(movedLevers({ ...neutralLevers, ramp: 1.2, startDelay: days(5) })).toBe(2);
  });
});
