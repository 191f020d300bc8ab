import { describe, expect, it } from 'vitest';
import type { TornadoAnswer, TornadoBar } from '../../src/decide/tornado/runTornado';
import { periodId } from '../../src/model/units';
import { orderLevers } from '../../src/ui/levers/leverEffect';
import { readRow, tornadoRows, tornadoSentence, tornadoTable } from '../../src/ui/decide/tornadoWords';
import { whereWords } from '../../src/ui/decide/openInput';
import { togetherWords, varianceSentence, varianceTable } from '../../src/ui/decide/varianceWords';
import type { VarianceAnswer } from '../../src/decide/variance/splitVariance';

const narrow = (text: string) => text.replaceAll('\u202f', ' ');
const bar = (id: string, name: string, low: number, high: number): TornadoBar => {
  const end = (label: string, change: number) => ({
    label,
    chance: { mean: change, standardError: 0.004 },
    bookings: { mean: -1e6 * change, standardError: 2e4 },
  });
  return { id, name, basis: 'judgement', place: 'roles', low: end('75 %', low), high: end('125 %', high) };
};
const answer: TornadoAnswer = {
  period: periodId('FY2027'),
  target: 5e6,
  chance: { value: 0.6, standardError: 0.005 },
  bookings: { mean: 5e6, standardError: 1e4 },
  bars: [bar('ramp', 'Ramp time', 0.1, -0.1), bar('attrition', 'Attrition', 0.2, -0.2)],
  inputs: 2,
  trials: 10_000,
  seed: 1,
};

describe('a tornado in words', () => {
  it('names the widest bars, from the least to the most', () => {
    expect(narrow(tornadoSentence(answer, 'chance', 'USD'))).toBe(
      'The chance of the target in FY27 hangs most on attrition (from 40 % to 80 %), then ramp time (from 50 % to 70 %).',
    );
    expect(tornadoSentence(answer, 'bookings', 'USD')).toContain(
      'What is booked in FY27 hangs most on attrition',
    );
  });

  it('has rows in the order of their width, read out with their errors', () => {
    const [first] = tornadoRows(answer, 'chance');
    expect(first?.id).toBe('attrition');
    expect(narrow(readRow(first!, 'chance', 'USD', whereWords(answer.bars[1])))).toBe(
      'Attrition: 75 % gives 80 % (±0.4), 125 % gives 40 % (±0.4). Edited in Team, with the roles.',
    );
    expect(tornadoTable(answer, 'bookings', 'USD').rows[0]?.[2]?.raw).toBe(4.8e6);
  });
});

describe('the order of the levers', () => {
  it('is the tornado’s where there is one, the others after them; else as ever', () => {
    expect(orderLevers(undefined)[0]).toBe('productivity');
    expect(orderLevers(undefined).at(-1)).toBe('market');
    const order = orderLevers(['market', 'attrition']);
    expect(order.slice(0, 3)).toEqual(['market', 'attrition', 'productivity']);
    expect([...order].sort()).toEqual([...orderLevers(undefined)].sort());
  });
});

describe('variance shares in words', () => {
  const source = (name: string, alone: number, total: number) => ({
    id: 'seat' as const,
    name,
    description: 'this and that',
    alone: { mean: alone, standardError: 0.01 },
    total: { mean: total, standardError: 0.01 },
  });
  const split: VarianceAnswer = {
    period: periodId('FY2027'),
    sd: 1.1e6,
    shares: [source('People', 0.6, 0.65), source('Market', 0.3, 0.35), source('Risks', -0.01, -0.002)],
    sources: 3,
    trials: 10_000,
    seed: 1,
  };

  it('name the largest first, and none below zero', () => {
    expect(narrow(varianceSentence(split, 'USD'))).toBe(
      'Bookings in FY27 spread by $1.1M (standard deviation), the largest part of it from people (65 %), then market (35 %), risks (0 %).',
    );
    expect(narrow(togetherWords(split))).toBe(
      'By themselves the sources make 89 % (±1.7) of the variance; 11 % (±1.7) is made by several together.',
    );
    expect(varianceSentence({ ...split, sd: 0 }, 'USD')).toBe('Nothing in this period is left to chance.');
  });

  it('have a row each, figures in full', () => {
    expect(varianceTable(split).rows[1]?.map(({ raw }) => raw)).toEqual([
      'Market',
      0.3,
      0.35,
      'this and that',
    ]);
  });
});
