import { describe, expect, test } from 'vitest';
import { addSeat, updateManager, updateSeat } from '../../src/model/editPlan';
import { setManagement } from '../../src/model/editDesign';
import { parsePlan } from '../../src/model/parsePlan';
import type { Plan, Seat } from '../../src/model/plan';
import { makeThreeRegionSample } from '../../src/model/samples';
import { isoDate, managerId, seatId, share } from '../../src/model/units';
import { HireDrag } from '../../src/ui/team/hireDrag.svelte';
import { addLeave, changeLeave, leavesWords, removeLeave } from '../../src/ui/team/leaves';
import { freeChairs, withChair } from '../../src/ui/team/managerSeats';
import { layoutSeats } from '../../src/ui/team/seatBars';
import { readSeatEdit } from '../../src/ui/team/seatEdits';
import { SeatGrid } from '../../src/ui/team/seatGrid.svelte';
import { seatNotes } from '../../src/ui/team/seatNotes';
import { layoutSeatRows } from '../../src/ui/team/seatRows';
import { comingWords, personWords } from '../../src/ui/team/seatWords';
import { managementWords, overSpanWords, spansOf, spanWords } from '../../src/ui/team/span';
import { plannedHeadcount } from '../../src/ui/team/timelineLayout';
import { movesWords, transferFrom, transferSources } from '../../src/ui/team/transfers';
import { openSession, openTab } from '../state/support';
import { makeFullPlan } from '../support/makeFullPlan';

const plan = makeFullPlan();
const seatOf = (id: string, of: Plan = plan): Seat => of.seats.find((seat) => seat.id === id)!;
const words = (text: string) => text.replaceAll('\u202f', ' ');
const isValid = (each: Plan) => expect(parsePlan(each)).toMatchObject({ ok: true });

describe('leaves of absence', () => {
  test('begin with three months from the plan’s start or the person’s, then after the last', () => {
    const first = addLeave(plan, seatOf('ae-2'));
    expect(first).toEqual([{ from: '2027-01-01', to: '2027-04-01', share: 1 }]);
    expect(addLeave(plan, seatOf('ae-3'))[0]?.from).toBe('2027-02-11');
    expect(addLeave(plan, { ...seatOf('ae-2'), leaves: first }).at(-1)).toMatchObject({
      from: '2027-04-01',
      to: '2027-07-01',
    });
  });

  test('keep their length when they are moved past their end, and are told in a line', () => {
    const leaves = seatOf('ae-1').leaves!;
    const moved = changeLeave(leaves, 0, { from: isoDate('2027-08-01') });
    expect(moved[0]).toMatchObject({ from: '2027-08-01', to: '2027-10-31' });
    expect(changeLeave(leaves, 0, { from: isoDate('2027-05-01') })[0]?.to).toBe('2027-07-01');
    expect(leavesWords(leaves)).toBe('Apr 2027 to Jul 2027');
    expect(words(leavesWords(changeLeave(leaves, 0, { share: share(0.5) })))).toBe(
      'Apr 2027 to Jul 2027, 50 %',
    );
    expect(leavesWords()).toBe('None');
    expect(removeLeave(leaves, 0)).toBeUndefined();
  });
});

describe('transfers', () => {
  test('come from any seat but the own and those that its people go on to', () => {
    expect(transferSources(plan, seatId('ent-1')).map(({ id }) => id)).toEqual([
      'chair',
      'sdr-1',
      'ae-1',
      'ae-2',
      'ae-3',
    ]);
    expect(transferSources(plan, seatId('ae-1')).map(({ id }) => id)).not.toContain('ent-1');
    for (const { id } of transferSources(plan, seatId('ae-1')))
      isValid(
        updateSeat(plan, seatId('ae-1'), { occupant: transferFrom(plan, seatOf('ae-1').occupant, id) }),
      );
  });

  test('take place on the seat’s date, from the plan’s start at the earliest, and keep date and ramp when the seat changes', () => {
    const from = seatId('ae-2');
    expect(transferFrom(plan, seatOf('ae-1').occupant, from)).toEqual({
      kind: 'transfer',
      fromSeatId: from,
      date: '2027-01-01',
      rampKept: 0.5,
    });
    expect(transferFrom(plan, seatOf('ae-3').occupant, from).date).toBe('2027-02-11');
    expect(transferFrom(plan, seatOf('ent-1').occupant, from)).toMatchObject({
      date: '2027-09-01',
      fromSeatId: from,
    });
  });

  test('are told at both ends', () => {
    expect(movesWords(plan, seatId('ae-1'))).toEqual(['Moves to ent-1, Sep 2027']);
    expect(personWords(plan, seatOf('ent-1').occupant)).toBe('Transfer from ae-1, Sep 2027');
    expect(seatNotes(plan)(seatOf('ae-1'))).toEqual([
      'Moves to ent-1, Sep 2027',
      'On leave Apr 2027 to Jul 2027',
    ]);
    expect(seatNotes(plan)(seatOf('ae-2'))).toEqual(['Closes Oct 2027']);
  });
});

describe('span of control', () => {
  test('counts those who sell at one time, and is over above the plan’s limit alone', () => {
    const spans = spansOf(plan);
    expect(spans.get(managerId('north'))).toEqual({ sellers: 2, limit: 8, over: false });
    expect(overSpanWords(spans)).toBeUndefined();
    const tight = spansOf(setManagement(plan, { spanLimit: 1 }));
    expect(tight.get(managerId('north'))?.over).toBe(true);
    expect(overSpanWords(tight)).toBe('2 managers over the limit');
    expect(spanWords(tight.get(managerId('north'))!)).toBe('2 of 1 seller');
    const sdr = updateSeat(plan, seatId('sdr-1'), { managerId: managerId('north') });
    expect(spansOf(sdr).get(managerId('north'))?.sellers).toBe(2);
  });

  test('a seat that closes makes room for one that begins that day', () => {
    const next = addSeat(plan, {
      ...seatOf('ae-3'),
      id: seatId('ae-4'),
      managerId: managerId('north'),
      occupant: { kind: 'planned', start: isoDate('2027-10-01') },
    });
    expect(spansOf(next).get(managerId('north'))?.sellers).toBe(2);
  });

  test('the rules are told in a line', () => {
    expect(words(managementWords(plan.management))).toBe(
      'A team without its manager books 90 %; at most 8 sellers to a manager; above that 95 %; ramps under such managers take 120 % of their time.',
    );
    expect(managementWords(makeThreeRegionSample().management)).toContain('Managers are not missed');
  });
});

describe('the seat of a manager', () => {
  const [north, south] = plan.managers;

  test('is of a role that manages, and nobody else’s', () => {
    expect(freeChairs(plan, north!).map(({ id }) => id)).toEqual(['chair']);
    expect(freeChairs(plan, south!)).toEqual([]);
    expect(freeChairs(updateManager(plan, north!.id, { seatId: undefined }), south!)).toHaveLength(1);
  });

  test('can be added with what it needs, and the plan is valid', () => {
    const next = withChair(plan, south!);
    expect(next.roles).toHaveLength(plan.roles.length);
    expect(next.seats.at(-1)).toMatchObject({ name: 'Oscar', roleId: 'leader' });
    isValid(next);
    const sample = makeThreeRegionSample();
    const first = withChair(sample, sample.managers[0]!);
    expect(first.roles.at(-1)).toMatchObject({ work: 'manage', name: 'Sales manager' });
    isValid(first);
  });
});

describe('the timeline', () => {
  test('a bar ends at the closing, holds its leaves, and says who moves on', () => {
    const { coming, dated, others } = layoutSeats(plan);
    expect(coming.map(({ seat }) => seat.id)).toEqual(['ae-3', 'ent-1']);
    expect(dated.map(({ seat }) => seat.id)).toEqual(['ae-1', 'ae-2']);
    expect(others.map(({ seat }) => seat.id)).toEqual(['chair', 'sdr-1']);
    expect(dated[1]).toMatchObject({ end: 9 });
    expect(dated[0]).toMatchObject({
      end: 18,
      leaves: [{ from: 3, to: 6, share: 1 }],
      moves: [{ at: 8, to: 'ent-1' }],
    });
  });

  test('a transfer has the share of its ramp behind it that is kept', () => {
    const bar = layoutSeats(plan).coming[1]!;
    const months = plan.roles[1]!.ramp.length;
    expect(bar.words).toBe('← ae-1, Sep 2027');
    expect(bar.start).toBe(8);
    expect(bar.ramped).toBeCloseTo(8 + months - 1 - months / 2, 9);
    expect(bar.steps[0]?.from).toBe(8);
  });

  test('the planned headcount falls with a closing, and with a transfer that is not replaced', () => {
    const count = plannedHeadcount(plan);
    expect(count.slice(7, 10)).toEqual([5, 6, 5]);
    const bare = updateSeat(plan, seatId('ae-1'), { backfill: false });
    expect(plannedHeadcount(bare).slice(7, 10)).toEqual([5, 5, 4]);
    expect(comingWords(plan)).toBe('1 planned hire, 1 transfer, 1 closing');
  });

  test('a transfer is moved by its keys, and nobody past the seat’s closing', async () => {
    const { session } = openSession(openTab());
    await session.adopt(updateSeat(plan, seatId('ent-1'), { closes: isoDate('2027-11-01') }), 'New plan');
    const drag = new HireDrag(
      () => session,
      () => seatId('ent-1'),
    );
    const press = (key: string) => drag.press({ key, shiftKey: false, ctrlKey: false, metaKey: false });
    press('ArrowRight');
    expect(seatOf('ent-1', session.plan).occupant).toMatchObject({
      kind: 'transfer',
      date: '2027-10-01',
      rampKept: 0.5,
    });
    press('ArrowRight');
    expect(seatOf('ent-1', session.plan).occupant).toMatchObject({ date: '2027-10-01' });
  });
});

describe('the table', () => {
  const column = (name: 'territory' | 'closes', text: string) =>
    readSeatEdit(plan, seatOf('ae-1'), name, text);

  test('takes a territory and a closing, and empties both', () => {
    expect(column('territory', 'Iberia')).toMatchObject({ ok: true, value: { territoryId: 'iberia' } });
    expect(column('territory', '')).toEqual({ ok: true, value: { territoryId: undefined } });
    expect(column('territory', 'Mars')).toMatchObject({ ok: false });
    expect(column('closes', 'Oct 2027')).toMatchObject({ ok: true, value: { closes: '2027-10-01' } });
    expect(column('closes', '')).toEqual({ ok: true, value: { closes: undefined } });
    expect(column('closes', 'soon')).toMatchObject({ ok: false });
  });

  test('keeps in the cell what the model refuses, in its words', async () => {
    const { session } = openSession(openTab());
    await session.adopt(plan, 'New plan');
    const before = session.plan;
    const grid = new SeatGrid(
      session,
      () => undefined,
      () => undefined,
    );
    grid.set(seatOf('ae-3'), 'closes', '2027-02-01');
    expect(grid.fault).toBe('Closes must be after the first person\'s start, 2027-02-11, got "2027-02-01".');
    expect(session.plan).toBe(before);
  });

  test('adds no quota of people who manage or support, and marks a team that is too large', () => {
    const view = { filter: '', closed: new Set<string>() };
    const { rows, total } = layoutSeatRows(setManagement(plan, { spanLimit: 1 }), new Map(), view);
    expect(total.quota).toBe(850_000 + 2 * 800_000 + 1_200_000);
    expect(rows.find((row) => row.kind === 'manager')).toMatchObject({ span: { sellers: 2, over: true } });
    const moved = layoutSeatRows(plan, new Map(), { ...view, filter: 'nordics closes' });
    expect(moved.rows.filter((row) => row.kind === 'seat').map(({ key }) => key)).toEqual(['ae-2']);
  });
});
