import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideDecimalSign, parseAmount } from '../../src/io/history/amounts';
import { calendarDate, readDate, settleDate } from '../../src/io/history/dates';
import { decideDayOrder, weighDayOrder } from '../../src/io/history/dayOrder';
import { decideOutcome, parseStage } from '../../src/io/history/outcomes';

describe('amounts', () => {
  test.each([
    ['$7,450,000.00 ', 7_450_000],
    ['1 234,56', 1234.56],
    ['1\u202f234,56 €', 1234.56],
    ['42,000', 42_000],
    ['1.234,56', 1234.56],
    ["1'234'567.80", 1_234_567.8],
    ['(1,200.50)', -1200.5],
    ['-15', -15],
    ['USD -15', -15],
    ['15-', -15],
    ['USD 1,200', 1200],
    ['1200 EUR', 1200],
    ['US$ 99.5', 99.5],
    ['4.2M', 4_200_000],
    ['$35k', 35_000],
    ['0', 0],
    ['.5', 0.5],
    ['1234.567', 1234.567],
  ])('%j is %d', (cell, value) => {
    expect(parseAmount(cell)).toEqual({ kind: 'amount', value });
  });

  test('stray letters are passed over and named', () => {
    expect(parseAmount('3956.65x')).toEqual({ kind: 'amount', value: 3956.65, stray: 'x' });
  });

  test.each(['', '  ', 'None', 'null', 'N/A', '#N/A', '-'])('%j is blank, which is not zero', (cell) => {
    expect(parseAmount(cell)).toEqual({ kind: 'blank' });
  });

  test.each(['abc', '2024-01-05', '12-15', '1.2.3,4,5', 'call 5 people', '10x20'])(
    '%j is no amount',
    (cell) => {
      expect(parseAmount(cell)).toEqual({ kind: 'unreadable' });
    },
  );

  test('a column that needs the comma for its cents has it everywhere', () => {
    const column = ['1.234', '12,50', '7,5'];
    expect(decideDecimalSign(column)).toBe(',');
    expect(column.map((cell) => parseAmount(cell, ','))).toEqual(
      [1234, 12.5, 7.5].map((value) => ({ kind: 'amount', value })),
    );
    expect(decideDecimalSign(['1,234', '5'])).toBe('.');
  });

  test('any amount of cents is read back from every common way to write it', () => {
    const writers: [string, string][] = [
      [',', '.'],
      ['', '.'],
      ['.', ','],
      [' ', ','],
      ["'", '.'],
      ['\u00a0', ','],
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.constantFrom(...writers),
        (cents, [thousands, decimal]) => {
          const whole = String(Math.floor(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, thousands);
          const text = `${cents < 0 ? '-' : ''}$${whole}${decimal}${String(Math.abs(cents) % 100).padStart(2, '0')}`;
          const parsed = parseAmount(text, decimal === ',' ? ',' : '.');
          expect(parsed.kind === 'amount' ? parsed.value : parsed.kind).toBeCloseTo(cents / 100, 9);
        },
      ),
      { seed: 7, numRuns: 500 },
    );
  });

  test('no text makes the parser throw or give a value that is no number', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseAmount(text);
        if (parsed.kind === 'amount') expect(Number.isFinite(parsed.value)).toBe(true);
      }),
      { seed: 8, numRuns: 1000 },
    );
  });
});

describe('dates', () => {
  test.each([
    ['2024-07-29', '2024-07-29'],
    ['2024/07/29', '2024-07-29'],
    ['20240729', '2024-07-29'],
    ['2024-07-11T21:22:07.000+0000', '2024-07-11'],
    ['2020-12-30 3:15:52', '2020-12-30'],
    ['29 Jul 2024', '2024-07-29'],
    ['29-Jul-24', '2024-07-29'],
    ['July 29, 2024', '2024-07-29'],
    ['Monday, July 29, 2024', '2024-07-29'],
    ['45502', '2024-07-29'],
    ['45502.75', '2024-07-29'],
    ['1722211200000', '2024-07-29'],
  ])('%j is %s', (cell, date) => {
    expect(readDate(cell)).toEqual({ kind: 'date', date });
  });

  test.each([
    ['2024-02-30', 'impossible'],
    ['2024-13-01', 'impossible'],
    ['FY26-Q3', 'unreadable'],
    ['soon', 'unreadable'],
    ['2024', 'unreadable'],
    ['None', 'blank'],
  ])('%j is %s', (cell, kind) => {
    expect(readDate(cell).kind).toBe(kind);
  });

  test('day and month are told apart by the rows of the column that leave no choice', () => {
    const order = (cells: string[], separator = '/') =>
      decideDayOrder(separator, weighDayOrder(cells).get(separator), undefined);
    expect(order(['01/02/2024', '23/02/2024'])).toEqual({ order: 'day-first', by: 'column' });
    expect(order(['01/02/24', '02/23/24 08:55 PM'])).toEqual({ order: 'month-first', by: 'column' });
    expect(order(['01/02/2024'])).toEqual({ order: 'month-first', by: 'assumption' });
    expect(order(['01.02.2024'], '.')).toEqual({ order: 'day-first', by: 'assumption' });
    expect(
      decideDayOrder('/', weighDayOrder(['01/02/2024']).get('/'), weighDayOrder(['30/01/2024']).get('/')),
    ).toEqual({
      order: 'day-first',
      by: 'file',
    });
  });

  test('a date that fits the other order only is read in that one; one that fits none is impossible', () => {
    expect(settleDate(readDate('04-26-2023'), 'day-first')).toEqual({ kind: 'date', date: '2023-04-26' });
    expect(settleDate(readDate('31/02/2024'), 'day-first')).toEqual({ kind: 'impossible' });
  });

  test('every day of two centuries is read back in every way of writing it', () => {
    const day = fc.date({ min: new Date('1970-01-01'), max: new Date('2069-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', dayOfMonth = ''] = iso.split('-');
        const read = (text: string, order: 'day-first' | 'month-first') => settleDate(readDate(text), order);
        const expected = { kind: 'date', date: iso };
        expect(read(`${iso}T10:00:00Z`, 'day-first')).toEqual(expected);
        expect(read(`${Number(dayOfMonth)}.${Number(month)}.${year}`, 'day-first')).toEqual(expected);
        expect(read(`${month}/${dayOfMonth}/${year.slice(2)} 1:05 AM`, 'month-first')).toEqual(expected);
        expect(calendarDate(Number(year), Number(month), Number(dayOfMonth))).toBe(iso);
      }),
      { seed: 9, numRuns: 500 },
    );
  });

  test('no text makes the reader throw, and every date it gives exists', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9/.\- :T]{1,20}$/)), (text) => {
        const reading = settleDate(readDate(text), 'day-first');
        if (reading.kind === 'date')
          expect(new Date(reading.date).toISOString().slice(0, 10)).toBe(reading.date);
      }),
      { seed: 10, numRuns: 2000 },
    );
  });
});

describe('outcomes', () => {
  test.each([
    'Won',
    'Closed Won',
    'Closed-Won',
    'closed won',
    'CLOSED WON',
    'ClosedWon',
    'closedwon',
    '6 - Closed Won',
    'Closed (Won)',
  ])('%j is won', (stage) => expect(parseStage(stage)).toBe('won'));
  test.each([
    'Lost',
    'Closed Lost',
    'closed_lost',
    'Lost: price',
    'Closed Lost - No Budget',
    'Disqualified',
    'Cancelled',
  ])('%j is lost', (stage) => expect(parseStage(stage)).toBe('lost'));
  test.each(['Close', 'Engaging', 'Negotiation', 'Not won', 'Wonderland', '', 'stage', "Won't say"])(
    '%j is open',
    (stage) => expect(parseStage(stage)).toBe('open'),
  );

  test('flags decide over words; a blank flag is no', () => {
    expect(decideOutcome('Signed', '1', '1')).toBe('won');
    expect(decideOutcome('Closed Lost', '', '1')).toBe('lost');
    expect(decideOutcome('Negotiation', '', '')).toBe('open');
    expect(decideOutcome('Closed Won', 'FALSE', 'TRUE')).toBe('lost');
    expect(decideOutcome('Closed Lost', '', undefined)).toBe('lost');
    expect(decideOutcome(undefined, 'TRUE', undefined)).toBe('won');
  });
});
