import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeStartUpSample, makeThreeRegionSample } from '../../src/model/samples';
import { isoDate, money, share } from '../../src/model/units';
import { sizeFigures, sizeOfKind, summariseSizes } from '../../src/ui/team/dealSizes';
import { gridAction, BUTTON_COLUMN } from '../../src/ui/team/gridKeys';
import { planWithRows } from '../../src/ui/team/planWithRows';
import { formatRampList, parseRampList } from '../../src/ui/team/rampList';
import { whyRoleStays } from '../../src/ui/team/roleEdits';
import { spreadWith } from '../../src/ui/team/spreadWords';
import { seatTableColumns } from '../../src/ui/team/seatColumnList';
import { copyOfSeat, insertSeatAfter, makeSeat, readSeatEdit } from '../../src/ui/team/seatEdits';
import { layoutSeatRows, type SeatRow } from '../../src/ui/team/seatRows';
import { parseSeatRows } from '../../src/model/parseSeatRows';
import { parsePlan } from '../../src/model/parsePlan';
import type { SeatFigures } from '../../src/ui/team/seatFigures';
import type { SeatSummary } from '../../src/stats/readSeat';
import { yearOfSeats } from '../../src/ui/team/seatFigures';

const plan = makeThreeRegionSample();
const year = yearOfSeats(plan);
const view = { filter: '', closed: new Set<string>() };
const figures: SeatFigures = new Map(
  plan.seats.map((seat, index): [typeof seat.id, SeatSummary] => [
    seat.id,
    {
      seatId: seat.id,
      period: year?.id ?? plan.targets[0]!.period,
      meanBookings: money(100_000 + index),
      attainment: { mean: index / 100, median: 0.5, atQuota: { value: 0.4, standardError: 0.01 } },
    },
  ]),
);
const seatsOf = (rows: ReturnType<typeof layoutSeatRows>['rows']) =>
  rows.filter((row): row is SeatRow => row.kind === 'seat');

describe('rows of the table', () => {
  test('every seat stands once, under its manager, and its manager under the region', () => {
    const { rows } = layoutSeatRows(plan, figures, view);
    expect(
      seatsOf(rows)
        .map((row) => row.key)
        .sort(),
    ).toEqual(plan.seats.map((seat) => seat.id).sort());
    let manager: string | undefined;
    let region: string | undefined;
    for (const row of rows) {
      if (row.kind === 'region') region = row.key.replace('region ', '');
      else if (row.kind === 'manager') {
        manager = row.manager?.id;
        expect(row.manager?.regionId).toBe(region);
      } else if (row.kind === 'seat') expect(row.seat.managerId).toBe(manager);
    }
  });

  test('a roll-up is the sum of the seats beneath it, and managers add no quota of their own', () => {
    const { rows, total } = layoutSeatRows(plan, figures, view);
    const quota = seatsOf(rows).reduce((sum, row) => sum + row.quota, 0);
    const sumOf = (kind: string) =>
      rows.reduce((sum, row) => sum + (row.kind === kind && row.kind !== 'seat' ? row.rollUp.quota : 0), 0);
    expect(total).toMatchObject({ seats: 120, filled: 96, planned: 24, quota });
    expect(sumOf('region')).toBe(quota);
    expect(sumOf('manager')).toBe(quota);
    expect(total.expected).toBe(120 * 100_000 + (119 * 120) / 2);
  });

  test('expected bookings are missing, not zero, while a seat has no figures', () => {
    const some: SeatFigures = new Map([...figures].slice(1));
    expect(layoutSeatRows(plan, some, view).total.expected).toBeUndefined();
  });

  test('a closed group hides its seats and keeps its roll-up', () => {
    const all = layoutSeatRows(plan, figures, view);
    const closed = layoutSeatRows(plan, figures, { ...view, closed: new Set(['region region-1']) });
    expect(seatsOf(closed.rows)).toHaveLength(120 - 48);
    expect(closed.total).toEqual(all.total);
  });

  test('a filter needs all of its words, looks at role, manager and region, and opens closed groups', () => {
    const closed = new Set(['region region-2']);
    const { rows } = layoutSeatRows(plan, figures, { filter: 'europe PLANNED', closed });
    const seats = seatsOf(rows);
    expect(seats.length).toBeGreaterThan(0);
    expect(seats.every((row) => row.seat.occupant.kind === 'planned')).toBe(true);
    expect(rows.filter((row) => row.kind === 'region').map((row) => row.key)).toEqual(['region region-2']);
  });

  test('sorting orders the seats within their group and puts those without a figure last', () => {
    const some: SeatFigures = new Map([...figures].slice(3));
    for (const descending of [false, true]) {
      const { rows } = layoutSeatRows(plan, some, { ...view, sort: { column: 'mean', descending } });
      const first = seatsOf(rows).filter((row) => row.seat.managerId === plan.managers[0]?.id);
      const known = first.map((row) => row.figures?.attainment?.mean).filter((mean) => mean !== undefined);
      expect(known).toEqual([...known].sort((a, b) => (descending ? b - a : a - b)));
      expect(first.slice(-3).every((row) => row.figures === undefined)).toBe(true);
    }
  });
});

describe('edits in a cell', () => {
  const seat = plan.seats[0]!;

  test('what is typed is taken over or refused with the rule and the value', () => {
    expect(readSeatEdit(plan, seat, 'quota', '$950k')).toEqual({ ok: true, value: { annualQuota: 950_000 } });
    expect(readSeatEdit(plan, seat, 'quota', '')).toEqual({ ok: true, value: { annualQuota: undefined } });
    expect(readSeatEdit(plan, seat, 'quota', '-5')).toMatchObject({
      ok: false,
      problems: [{ message: 'Quota must not be below zero, got -5.' }],
    });
    expect(readSeatEdit(plan, seat, 'date', 'Mar 2026')).toMatchObject({
      value: { occupant: { kind: 'incumbent', hired: '2026-03-01' } },
    });
    expect(readSeatEdit(plan, seat, 'date', 'soon').ok).toBe(false);
    expect(readSeatEdit(plan, seat, 'name', '  ').ok).toBe(false);
    expect(readSeatEdit(plan, seat, 'role', 'Pilot').ok).toBe(false);
    expect(readSeatEdit(plan, seat, 'atQuota', '1').ok).toBe(false);
  });

  test('a seat made planned and filled again keeps its date', () => {
    const planned = readSeatEdit(plan, seat, 'status', 'planned');
    expect(planned).toMatchObject({ value: { occupant: { kind: 'planned' } } });
    if (!planned.ok || !planned.value.occupant || seat.occupant.kind !== 'incumbent')
      throw new Error('unexpected');
    const back = readSeatEdit(plan, { ...seat, occupant: planned.value.occupant }, 'status', 'incumbent');
    expect(back).toMatchObject({ value: { occupant: { kind: 'incumbent', hired: seat.occupant.hired } } });
  });

  test('a transfer keeps where it comes from when its date changes, and is a planned hire when copied', () => {
    const from = plan.seats[1]!;
    const occupant = {
      kind: 'transfer' as const,
      fromSeatId: from.id,
      date: isoDate('2027-05-01'),
      rampKept: share(0.5),
    };
    const moved = { ...seat, occupant };
    expect(readSeatEdit(plan, moved, 'date', '2027-06-01')).toMatchObject({
      value: { occupant: { ...occupant, date: '2027-06-01' } },
    });
    expect(readSeatEdit(plan, moved, 'status', 'transfer')).toMatchObject({ value: { occupant } });
    expect(readSeatEdit(plan, moved, 'status', 'planned')).toMatchObject({
      value: { occupant: { kind: 'planned', start: '2027-05-01' } },
    });
    expect(copyOfSeat(plan, moved).occupant).toEqual({ kind: 'planned', start: '2027-05-01' });
  });

  test('new, copied and pasted seats make a plan that is valid', () => {
    const role = plan.roles[0]!;
    let next = insertSeatAfter(plan, seat.id, copyOfSeat(plan, seat));
    next = insertSeatAfter(next, seat.id, makeSeat(next, 'planned', role));
    next = insertSeatAfter(next, seat.id, makeSeat(next, 'incumbent', role));
    const rows = parseSeatRows(`Ann,${role.name},Kim Oh,2027-02-01\nBo,${role.name},Kim Oh,2026-02-01`, next);
    for (const createManagers of [true, false]) {
      const parsed = parsePlan(planWithRows(next, rows, createManagers));
      expect(parsed).toMatchObject({ ok: true });
      if (!parsed.ok) continue;
      expect(parsed.value.seats).toHaveLength(125);
      expect(parsed.value.managers).toHaveLength(createManagers ? 16 : 15);
    }
  });
});

describe('keys of the table', () => {
  const rows = layoutSeatRows(makeStartUpSample(), new Map(), view).rows;
  const group = rows[0];
  const row = rows[1];
  const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
    key,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    ...more,
  });
  const at = (id: string) => seatTableColumns.findIndex((column) => column.id === id);

  test('Enter and F2 edit, a letter edits with itself, Delete clears a quota', () => {
    expect(gridAction(press('Enter'), row, 0)).toEqual({ kind: 'edit' });
    expect(gridAction(press('F2'), row, 0)).toEqual({ kind: 'edit' });
    expect(gridAction(press('7'), row, at('quota'))).toEqual({ kind: 'edit', text: '7' });
    expect(gridAction(press('Delete'), row, at('quota'))).toEqual({ kind: 'clear' });
    expect(gridAction(press('Delete'), row, at('role'))).toBeUndefined();
  });

  test('Tab moves within the row and leaves the table at both of its ends', () => {
    expect(gridAction(press('Tab'), row, 0)).toEqual({ kind: 'move', rows: 0, columns: 1 });
    expect(gridAction(press('Tab'), row, BUTTON_COLUMN)).toBeUndefined();
    expect(gridAction(press('Tab', { shiftKey: true }), row, 0)).toBeUndefined();
    expect(gridAction(press('Tab'), group, 0)).toBeUndefined();
  });

  test('F2 on a manager opens the manager', () => {
    expect(gridAction(press('F2'), group, 0)).toEqual({ kind: 'edit' });
  });

  test('the arrows open and close a group, and shortcuts of the app pass through', () => {
    expect(gridAction(press('ArrowLeft'), group, 0)).toEqual({ kind: 'toggle', open: false });
    expect(gridAction(press('ArrowRight'), group, 0)).toEqual({ kind: 'toggle', open: true });
    for (const key of ['z', 'k', 'c', 'v'])
      expect(gridAction(press(key, { ctrlKey: true }), row, 0)).toBeUndefined();
    expect(gridAction(press('Escape'), row, 0)).toBeUndefined();
  });
});

describe('roles', () => {
  test('a ramp written as a list is read back as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 60 }), (tenths) => {
        const ramp = tenths.map((each) => share(each / 1000));
        const read = parseRampList(formatRampList(ramp));
        expect(read.ok && read.value.map((each) => Math.round(each * 1000))).toEqual(tenths);
      }),
      { seed: 21, numRuns: 200 },
    );
    expect(parseRampList('0, 30, x')).toMatchObject({
      problems: [{ message: 'Month 3 of the ramp must be a percentage, got “x”.' }],
    });
    expect(parseRampList('250').ok).toBe(false);
    expect(parseRampList('1,'.repeat(61)).ok).toBe(false);
  });

  test('a spread stays one that the plan format allows, whichever mark is typed', () => {
    const length = fc.integer({ min: 0, max: 3650 });
    fc.assert(
      fc.property(
        length,
        length,
        fc.array(fc.tuple(fc.constantFrom('p50' as const, 'p90' as const), length)),
        (one, other, typed) => {
          const role = plan.roles[0]!;
          let spread = spreadWith(spreadWith(role.timeToFill, 'p50', one), 'p90', other);
          for (const [mark, value] of typed) {
            spread = spreadWith(spread, mark, value);
            expect(spread[mark]).toBe(value);
            expect(spread.p90).toBeGreaterThanOrEqual(spread.p50);
            expect(spread.p50 > 0 || spread.p90 === 0).toBe(true);
          }
        },
      ),
      { seed: 22, numRuns: 200 },
    );
  });

  test('another kind of deal size keeps the mean and spread of the history', () => {
    const sizes = { kind: 'empirical' as const, amounts: [money(100), money(400)], counts: [3, 1] };
    expect(summariseSizes(sizes)).toMatchObject({ count: 4, mean: 175, smallest: 100, largest: 400 });
    expect(sizeOfKind(sizes, 'gamma')).toEqual({ kind: 'gamma', mean: 175, cv: 0.74 });
    expect(sizeOfKind(sizes, 'fixed')).toEqual({ kind: 'fixed', amount: 175 });
    expect(sizeFigures({ kind: 'fixed', amount: money(9) })).toEqual({ mean: 9, cv: 0 });
  });

  test('a mix of sizes is taken by the mean and spread of its parts', () => {
    const part = (amount: number) => ({
      name: 'Part',
      share: share(0.5),
      size: { kind: 'fixed' as const, amount: money(amount) },
    });
    const mix = { kind: 'mix' as const, parts: [part(100), part(300)] };
    expect(sizeFigures(mix)).toEqual({ mean: 200, cv: 0.5 });
    expect(sizeOfKind(mix, 'weibull')).toEqual({ kind: 'weibull', mean: 200, cv: 0.5 });
  });

  test('a role in use says which seats use it', () => {
    const startUp = makeStartUpSample();
    expect(whyRoleStays(startUp, startUp.roles[0]!.id)).toContain('and 8 more');
    expect(whyRoleStays({ ...startUp, seats: [] }, startUp.roles[0]!.id)).toBeUndefined();
  });
});
