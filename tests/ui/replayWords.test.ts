import { describe, expect, test } from 'vitest';
import type { Moment, MonthStory, YearStory } from '../../src/decide/replay/story';
import { makeStartUpSample } from '../../src/model/samples';
import { eventId, isoDate, isoMonth, money, periodId, seatId } from '../../src/model/units';
import { momentTone, momentWords } from '../../src/ui/replay/momentWords';
import { againstTarget, monthWords, trialWords, yearWords } from '../../src/ui/replay/storyWords';

const plan = makeStartUpSample();
const [first] = plan.seats;
const name = first?.name ?? '';
const opening = seatId('seat-8');
const words = (moment: Moment) => momentWords(plan, moment).replaceAll('\u00a0', ' ');

const month = (deals: number, moments: readonly Moment[] = []): MonthStory => ({
  month: isoMonth('2027-01'),
  bookings: 1,
  yearToDate: 1,
  people: 7,
  deals,
  moments,
});

const deal: Moment = { kind: 'deal', seatId: opening, amount: 240_000, open: false, rank: 1 };

describe('a replayed year in words', () => {
  test('says who starts, how late, and for how long a seat was vacant', () => {
    const date = isoDate('2027-03-09');
    expect(words({ kind: 'started', seatId: opening, date, lateDays: 8 })).toBe(
      '9 Mar: Opening 1 starts, 8 days late.',
    );
    expect(words({ kind: 'started', seatId: opening, date, lateDays: 0 })).toBe(
      '9 Mar: Opening 1 starts as planned.',
    );
    expect(words({ kind: 'started', seatId: opening, date, lateDays: -1 })).toBe(
      '9 Mar: Opening 1 starts, 1 day early.',
    );
    expect(words({ kind: 'started', seatId: seatId('seat-1'), date, vacantDays: 46 })).toBe(
      `9 Mar: a successor starts in ${name}’s seat, vacant for 46 days.`,
    );
    expect(words({ kind: 'notStarted', seatId: opening, planned: isoDate('2027-11-01') })).toBe(
      'Opening 1 was to start on 1 Nov and does not by the plan’s end.',
    );
  });

  test('says who leaves and what becomes of the seat', () => {
    const left = (overrides: Partial<Extract<Moment, { kind: 'left' }>>): string =>
      words({
        kind: 'left',
        seatId: seatId('seat-1'),
        date: isoDate('2027-05-16'),
        first: true,
        vacancy: { kind: 'notReplaced' },
        ...overrides,
      });
    expect(left({})).toBe(`16 May: ${name} leaves; the seat is not filled again.`);
    expect(left({ vacancy: { kind: 'filled', days: 46, until: isoDate('2027-07-01') } })).toBe(
      `16 May: ${name} leaves; the seat is vacant for 46 days, until 1 Jul.`,
    );
    expect(left({ first: false, vacancy: { kind: 'stillOpen', days: 1 } })).toBe(
      `16 May: the successor in ${name}’s seat leaves; the seat stays vacant to the end, 1 day.`,
    );
  });

  test('says which risks and which large deals there were', () => {
    const risk: Moment = {
      kind: 'risk',
      eventId: eventId('none'),
      from: isoMonth('2027-02'),
      until: isoMonth('2027-04'),
    };
    expect(words(risk)).toBe('“none” happens, from Feb 2027 to Apr 2027.');
    expect(words({ ...risk, until: isoMonth('2027-02') })).toBe('“none” happens, in Feb 2027.');
    expect(words(deal)).toBe('Opening 1 closes $240K, the largest deal of the year.');
    expect(words({ ...deal, rank: 4, open: true })).toBe(
      'Opening 1 closes $240K, no. 4 of the year’s deals, open at the start.',
    );
    expect([momentTone(deal), momentTone(risk)]).toEqual(['good', 'plain']);
  });

  test('says so of months in which nothing happens', () => {
    expect(monthWords(month(0))).toBe('No deal closes; nobody comes or goes.');
    expect(monthWords(month(3))).toBe('3 deals close; nobody comes or goes.');
    expect(monthWords(month(1, [deal]))).toBe('');
    expect(monthWords(month(2, [deal]))).toBe('1 smaller deal closes.');
  });

  test('names the trial as the command line does, and sums the year up', () => {
    expect(trialWords(4216, 10_000, 7)).toBe('Trial 4,216 of 10,000, seed 7');
    const year: YearStory = {
      period: periodId('FY2027'),
      whole: true,
      bookings: 5_170_000,
      target: money(5_050_000),
      cost: 2_400_000,
      atQuota: 4,
      withQuota: 9,
      vacancyMonths: 3.42,
      deals: 130,
      starters: 6,
      leavers: 1,
      quarters: [],
    };
    expect(yearWords(year, 'USD')).toBe(
      'FY27 ends at $5.2M, $120K above the target of $5.05M, and costs $2.4M. 1 person leaves, 6 start; seats stand vacant for 3.4 months in all. 4 of 9 seats make their quota.',
    );
    expect(againstTarget({ bookings: 1_000_000, target: money(1_100_000) }, 'USD')).toBe(
      '$100K below the target of $1.1M',
    );
    expect(againstTarget({ bookings: 1 }, 'USD')).toBe('no target');
  });
});
