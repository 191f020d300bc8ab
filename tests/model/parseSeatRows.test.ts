import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeRole, neutralDesign, neutralLevers } from '../../src/model/defaults';
import { formatSeatRows } from '../../src/model/formatSeatRows';
import { parseSeatRows } from '../../src/model/parseSeatRows';
import { dayOrderOf, parseAmountCell, parseDateCell, parseYesCell } from '../../src/model/pasteCells';
import { readPastedRows } from '../../src/model/pasteTable';
import { PLAN_VERSION, type Plan, type Seat } from '../../src/model/plan';
import { isoDate, isoMonth, managerId, money, planId, roleId, seatId } from '../../src/model/units';

const plan: Plan = {
  format: 'turfcast-plan',
  version: PLAN_VERSION,
  id: planId('p'),
  name: 'Test',
  currency: 'USD',
  calendar: { start: isoMonth('2027-01'), months: 24, fiscalYearStart: 1 },
  seasonality: Array.from({ length: 12 }, () => 1),
  market: { sd: 0, persistence: 0 },
  parameterUncertainty: false,
  targets: [],
  levers: neutralLevers,
  ...neutralDesign,
  regions: [],
  managers: [{ id: managerId('m1'), name: 'Dana Cole' }],
  roles: [
    makeRole('midMarket', { id: roleId('ae'), name: 'Account executive' }),
    makeRole('smb', { id: roleId('sb'), name: 'Small business' }),
  ],
  seats: [],
  run: { seed: 1, trials: 1000 },
};

describe('rows of seats', () => {
  test('a block with headings in any order is read by its headings', () => {
    const text = [
      'Quota (USD)\tStart date\tReports to\tName\tRole\tBackfill',
      '$900,000\t3/1/2027\tDana Cole\tAnn Lee\taccount EXECUTIVE\tno',
      '\t15 Jun 2025\tdana  cole\tBo Ek\tSmall business\tyes',
    ].join('\n');
    const { seats, newManagers, problems, rest } = parseSeatRows(text, plan);
    expect(problems).toEqual([]);
    expect(newManagers).toEqual([]);
    expect(rest).toBe('');
    expect(seats).toEqual([
      {
        id: 'seat-1',
        name: 'Ann Lee',
        roleId: 'ae',
        managerId: 'm1',
        occupant: { kind: 'planned', start: '2027-03-01' },
        backfill: false,
        annualQuota: 900_000,
      },
      {
        id: 'seat-2',
        name: 'Bo Ek',
        roleId: 'sb',
        managerId: 'm1',
        occupant: { kind: 'incumbent', hired: '2025-06-15' },
        backfill: true,
      },
    ]);
  });

  test('a block without headings is read by position, with commas or semicolons too', () => {
    const comma = parseSeatRows('Ann Lee,Account executive,,2027-04-01,"1,200,000"', plan);
    const semicolon = parseSeatRows('Ann Lee;Account executive;;01.04.2027;1.200.000,00 €', plan);
    expect(comma.problems).toEqual([]);
    expect(comma.seats).toEqual(semicolon.seats);
    expect(comma.seats[0]?.annualQuota).toBe(1_200_000);
  });

  test('a manager the plan does not know becomes a new one, once', () => {
    const rows = parseSeatRows(
      'A,Small business,Kim Oh,2027-01-01\nB,Small business,kim oh,2027-01-01',
      plan,
    );
    expect(rows.newManagers.map((manager) => manager.name)).toEqual(['Kim Oh']);
    expect(new Set(rows.seats.map((seat) => seat.managerId))).toEqual(new Set([rows.newManagers[0]?.id]));
  });

  test('a problem names the row, the column and the value, and its row stays for mending', () => {
    const text = 'Name\tRole\tStart\tQuota\nAnn\tAccount executive\t2027-02-01\t1\n\nBo\tPilot\tsoon\t-5';
    const { seats, problems, rest } = parseSeatRows(text, plan);
    expect(seats.map((seat) => seat.name)).toEqual(['Ann']);
    expect(problems.map((problem) => problem.path)).toEqual(['row 4, Role', 'row 4, Start', 'row 4, Quota']);
    expect(problems[0]?.message).toBe(
      'Row 4: role must be one of Account executive, Small business, got “Pilot”',
    );
    expect(problems[2]?.message).toBe('Row 4: quota must not be below zero, got -5');
    expect(rest).toBe('Name\tRole\tStart\tQuota\nBo\tPilot\tsoon\t-5');
  });

  test('an unquoted thousands separator in a comma block is a problem, never a smaller quota', () => {
    const { seats, problems } = parseSeatRows('Ann,Small business,,2027-01-01,$120,000,yes', plan);
    expect(seats).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
  });

  test('seats written for a spreadsheet are read back as they were', () => {
    const seat = fc.record({
      name: fc.string({ minLength: 1, maxLength: 40 }).map((name) => name.trim().replace(/\r\n?/g, '\n')),
      roleId: fc.constantFrom(roleId('ae'), roleId('sb')),
      managed: fc.boolean(),
      planned: fc.boolean(),
      year: fc.integer({ min: 1990, max: 2040 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      backfill: fc.boolean(),
      quota: fc.option(fc.double({ min: 0.01, max: 1e9, noNaN: true }), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.array(
          seat.filter(({ name }) => name !== ''),
          { minLength: 1, maxLength: 20 },
        ),
        (made) => {
          const seats: Seat[] = made.map((one, index) => {
            const date = isoDate(
              `${one.year}-${String(one.month).padStart(2, '0')}-${String(one.day).padStart(2, '0')}`,
            );
            return {
              id: seatId(`seat-${index + 1}`),
              name: one.name,
              roleId: one.roleId,
              ...(one.managed && { managerId: managerId('m1') }),
              occupant: one.planned ? { kind: 'planned', start: date } : { kind: 'incumbent', hired: date },
              backfill: one.backfill,
              ...(one.quota !== undefined && { annualQuota: money(one.quota) }),
            };
          });
          const rows = parseSeatRows(formatSeatRows(seats, plan), plan);
          expect(rows.problems).toEqual([]);
          expect(rows.seats).toEqual(seats);
        },
      ),
      { seed: 11, numRuns: 200 },
    );
  });

  test('whatever is pasted, each row that is not blank is a seat or stays in the rest', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        'Account executive',
        '2027-01-01',
        '"',
        '1,000',
        'Name',
        'Role',
        'Start',
        '\t',
        '\n',
        '"a\tb"',
      ),
    );
    const block = fc
      .array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 })
      .chain((rows) =>
        fc.constantFrom('\t', ',', ';').map((mark) => rows.map((row) => row.join(mark)).join('\n')),
      );
    fc.assert(
      fc.property(block, (text) => {
        const given = readPastedRows(text);
        const { seats, problems, rest } = parseSeatRows(text, plan);
        const read = new Set(problems.map((problem) => problem.path.split(',')[0]));
        const heading = given.length > seats.length + read.size ? 1 : 0;
        expect(seats.length + read.size + heading).toBe(given.length);
        if (read.size > 0) expect(rest.length).toBeGreaterThan(0);
        else expect(rest).toBe('');
      }),
      { seed: 12, numRuns: 500 },
    );
  });
});

describe('cells', () => {
  test.each([
    ['$120,000', 120_000],
    ['120.000 €', 120_000],
    ['€ 1.200.000,50', 1_200_000.5],
    ['1 200 000', 1_200_000],
    ['1\u202f200\u00a0000 kr', 1_200_000],
    ['1\u202f200\u00a0000 SEK', 1_200_000],
    ["CHF 1'200'000", 1_200_000],
    ['₹12,34,567', 1_234_567],
    ['US$ 1.2M', 1_200_000],
    ['1.234M', 1_234_000],
    ['450k', 450_000],
    ['(500)', -500],
    ['-$5', -5],
    ['1,5', 1.5],
    ['0.5', 0.5],
    ['1.2.3', undefined],
    ['12 apples', undefined],
    ['', undefined],
  ])('the amount %s is %s', (text, amount) => {
    expect(parseAmountCell(text)).toBe(amount);
  });

  test('an amount as any of these locales writes it is read as it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'de-CH', 'es-ES', 'en-IN', 'pt-BR', 'sv-SE', 'ja-JP'),
        fc.constantFrom('USD', 'EUR', 'GBP', 'CHF', 'INR', 'JPY', 'BRL'),
        fc.boolean(),
        (amount, locale, currency, cents) => {
          const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
          const digits = cents ? 2 : 0;
          const text = new Intl.NumberFormat(locale, {
            ...options,
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
          }).format(amount);
          expect(parseAmountCell(text), text).toBe(amount);
        },
      ),
      { seed: 13, numRuns: 500 },
    );
  });

  test.each([
    ['2027-03-15', '2027-03-15'],
    ['2027/3/5', '2027-03-05'],
    ['15.03.2027', '2027-03-15'],
    ['3/15/2027', '2027-03-15'],
    ['15/3/27', '2027-03-15'],
    ['15 Mar 2027', '2027-03-15'],
    ['Mar 15, 2027', '2027-03-15'],
    ['15. März 2027', '2027-03-15'],
    ['1er juillet 2027', '2027-07-01'],
    ['Mar 2027', '2027-03-01'],
    ["Mar '27", '2027-03-01'],
    ['2027-03', '2027-03-01'],
    ['03/2027', '2027-03-01'],
    ['46461', '2027-03-15'],
    ['2027-03-15 00:00:00', '2027-03-15'],
    ['2027-02-30', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('the date %s is %s', (text, date) => {
    expect(parseDateCell(text)).toBe(date);
  });

  test('one date that can be read only day first settles the column', () => {
    expect(dayOrderOf(['3/4/2027', '25/4/2027'])).toBe('day first');
    expect(dayOrderOf(['3/4/2027', '4/25/2027'])).toBe('month first');
    expect(parseDateCell('3/4/2027', 'day first')).toBe('2027-04-03');
    expect(parseDateCell('3/4/2027', 'month first')).toBe('2027-03-04');
  });

  test('yes and no are known in several words, and nothing else is either', () => {
    expect(['Yes', 'x', 'TRUE', 'ja'].map(parseYesCell)).toEqual([true, true, true, true]);
    expect(['No', '-', 'false', 'nein'].map(parseYesCell)).toEqual([false, false, false, false]);
    expect(parseYesCell('maybe')).toBeUndefined();
  });
});
