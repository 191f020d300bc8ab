import { describe, expect, test } from 'vitest';
import { BRIDGE_CAUSES } from '../../src/decide/bridge/bridgeCause';
import type { Bridge } from '../../src/decide/bridge/capacityBridge';
import { periodId } from '../../src/model/units';
import {
  bridgeBars,
  bridgeCauses,
  bridgeRestsOn,
  bridgeSentence,
  bridgeTable,
  changeOf,
} from '../../src/ui/outlook/bridgeWords';

const figure = (mean: number) => ({ mean, standardError: 1234.5 });
const bridge: Bridge = {
  period: periodId('FY2027'),
  trials: 10_000,
  seed: 7,
  currency: 'USD',
  full: figure(8_000_000.4),
  steps: [
    { cause: 'dates', from: 8_000_000.4, to: 6_999_999.6, standardError: 3200 },
    { cause: 'coverage', from: 6_999_999.6, to: 7_100_000.2, standardError: 900 },
  ],
  expected: figure(7_100_000.2),
};

describe('a bridge in words', () => {
  test('has a bar for both ends and for each step, with signs', () => {
    expect(bridgeBars(bridge).map(({ kind, label, figure: text }) => [kind, label, text])).toEqual([
      ['total', 'Full capacity', '$8.0M'],
      ['step', 'Dates within the year', '−$1.0M'],
      ['step', 'Coverage', '+$100K'],
      ['total', 'Expected bookings', '$7.1M'],
    ]);
  });

  test('adds up as it is written, in whole dollars', () => {
    const { rows } = bridgeTable(bridge);
    const amount = (text: string | undefined) => Number((text ?? '').replace('−', '-').replace(/[+$,]/g, ''));
    const steps = rows.slice(1, -1).map((row) => amount(row[1]?.text));
    const [full, expected] = [amount(rows[0]?.[3]?.text), amount(rows.at(-1)?.[3]?.text)];
    expect(full + steps.reduce((sum, each) => sum + each, 0)).toBe(expected);
    expect(rows.map((row) => row.length)).toEqual([5, 5, 5, 5]);
  });

  test('names its ends and its largest step', () => {
    expect(bridgeSentence(bridge)).toBe(
      'At full capacity FY27 would bring $8.0M; $7.1M are expected. The largest step, dates within the year, takes $1.0M.',
    );
    expect(bridgeSentence({ ...bridge, steps: [] })).toContain('Nothing lies between them.');
  });

  test('says what it rests on and how its steps were taken', () => {
    expect(bridgeRestsOn(bridge, '2')).toBe(
      'Means of 10,000 trials, seed 7, engine 2; causes switched on from top to bottom, each on top of those above',
    );
    expect(changeOf(-1234, 'USD', false)).toBe('−$1,234');
  });

  test('every cause has a name of its own', () => {
    const names = BRIDGE_CAUSES.map((cause) => bridgeCauses[cause].name);
    expect(new Set(names).size).toBe(BRIDGE_CAUSES.length);
  });
});
