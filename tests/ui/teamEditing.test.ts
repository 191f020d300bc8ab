import { describe, expect, test } from 'vitest';
import { makeStartUpSample } from '../../src/model/samples';
import { seatId } from '../../src/model/units';
import { LeverDrag } from '../../src/ui/levers/leverDrag.svelte';
import { setLever } from '../../src/model/editPlan';
import { HireDrag } from '../../src/ui/team/hireDrag.svelte';
import { SeatGrid } from '../../src/ui/team/seatGrid.svelte';
import { openSession, openTab } from '../state/support';

async function opened() {
  const { session } = openSession(openTab());
  await session.adopt(makeStartUpSample(), 'New plan');
  return session;
}
const key = (name: string, more: Partial<KeyboardEvent> = {}) => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

describe('the table of seats', () => {
  test('Enter edits, Escape puts the old text back, Enter takes the new one over and goes down', async () => {
    const session = await opened();
    const grid = new SeatGrid(
      session,
      () => undefined,
      () => undefined,
    );
    grid.activate('seat-1', 0);
    grid.press(key('Enter'));
    grid.type('Wrong');
    grid.press(key('Escape'));
    expect(session.plan.seats[0]?.name).not.toBe('Wrong');
    grid.press(key('F2'));
    grid.type('Ann Lee');
    grid.press(key('Enter'));
    expect(session.plan.seats[0]?.name).toBe('Ann Lee');
    expect(grid.active?.row).toBe('seat-2');
    session.undo();
    expect(session.plan.seats[0]?.name).not.toBe('Ann Lee');
  });

  test('what cannot be taken over stays in the cell with its reason, and the cell stays active', async () => {
    const session = await opened();
    const grid = new SeatGrid(
      session,
      () => undefined,
      () => undefined,
    );
    const quota = 4;
    grid.activate('seat-1', quota);
    grid.press(key('x'));
    grid.press(key('Tab'));
    expect(grid.draft).toBe('x');
    expect(grid.fault).toBe('Quota must be an amount, got “x”.');
    expect(grid.activate('seat-5', 0)).toBe(false);
    grid.type('900k');
    expect(grid.activate('seat-5', 0)).toBe(true);
    expect(session.plan.seats[0]?.annualQuota).toBe(900_000);
  });

  test('a removed seat comes back where it was by the notice’s way back', async () => {
    const session = await opened();
    const grid = new SeatGrid(
      session,
      () => undefined,
      () => undefined,
    );
    const before = session.plan;
    grid.activate('seat-3', 0);
    grid.press(key('Delete'));
    expect(session.plan.seats.some((seat) => seat.id === 'seat-3')).toBe(false);
    session.notices.list.at(-1)?.action?.run();
    expect(session.plan).toEqual(before);
  });
});

describe('several cells of a column', () => {
  const QUOTA = 4;
  const chosenFrom = async (row: string, column: number, more: number) => {
    const session = await opened();
    const grid = new SeatGrid(
      session,
      () => undefined,
      () => undefined,
    );
    grid.activate(row, column);
    for (let step = 0; step < more; step++) grid.press(key('ArrowDown', { shiftKey: true }));
    return { session, grid, quotas: () => session.plan.seats.slice(0, 4).map((seat) => seat.annualQuota) };
  };

  test('are chosen by Shift with an arrow, and one by one again by an arrow alone', async () => {
    const { grid } = await chosenFrom('seat-1', QUOTA, 2);
    expect(grid.chosen.map((row) => row.key)).toEqual(['seat-1', 'seat-2', 'seat-3']);
    expect([
      grid.isChosen('seat-2', QUOTA),
      grid.isChosen('seat-2', 0),
      grid.isChosen('seat-4', QUOTA),
    ]).toEqual([true, false, false]);
    grid.press(key('ArrowUp', { shiftKey: true }));
    expect(grid.chosen.map((row) => row.key)).toEqual(['seat-1', 'seat-2']);
    grid.press(key('ArrowDown'));
    expect(grid.chosen.map((row) => row.key)).toEqual(['seat-3']);
  });

  test('take what is typed in one of them, in one step of undo', async () => {
    const { session, grid, quotas } = await chosenFrom('seat-1', QUOTA, 2);
    grid.press(key('9'));
    grid.type('950k');
    grid.press(key('Enter'));
    expect(quotas()).toEqual([950_000, 950_000, 950_000, undefined]);
    session.undo();
    expect(quotas()).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('stay as they are where a cell is only looked into', async () => {
    const { session, grid, quotas } = await chosenFrom('seat-1', QUOTA, 0);
    grid.press(key('9'));
    grid.type('950k');
    grid.press(key('Enter'));
    grid.activate('seat-1', QUOTA);
    grid.activate('seat-3', QUOTA, true);
    const before = session.plan;
    grid.press(key('F2'));
    grid.press(key('Enter'));
    expect(session.plan).toBe(before);
    expect(quotas()[0]).toBe(950_000);
  });

  test('are filled with the first, or one with the cell above it', async () => {
    const { session, grid, quotas } = await chosenFrom('seat-1', QUOTA, 0);
    grid.lay(['700k']);
    grid.press(key('ArrowDown'));
    grid.press(key('d', { ctrlKey: true }));
    expect(quotas()).toEqual([700_000, 700_000, undefined, undefined]);
    grid.activate('seat-1', QUOTA);
    grid.activate('seat-4', QUOTA, true);
    grid.press(key('d', { ctrlKey: true }));
    expect(quotas()).toEqual([700_000, 700_000, 700_000, 700_000]);
    session.undo();
    expect(quotas()).toEqual([700_000, 700_000, undefined, undefined]);
  });

  test('take a pasted column line by line, and refuse it whole where one line cannot be taken', async () => {
    const { session, grid, quotas } = await chosenFrom('seat-1', QUOTA, 2);
    grid.lay(['600.000 €', 'CHF 700’000', '$800,000']);
    expect(quotas().slice(0, 2)).toEqual([600_000, 700_000]);
    const before = session.plan;
    grid.lay(['1', 'soon', '3']);
    expect(session.plan).toBe(before);
    expect(session.notices.list.at(-1)?.text).toContain('Quota must be an amount, got “soon”');
  });

  test('are emptied together', async () => {
    const { grid, quotas } = await chosenFrom('seat-1', QUOTA, 2);
    grid.lay(['700k']);
    grid.press(key('Delete'));
    expect(quotas()).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('drags', () => {
  test('keys held down move a hire in one step of undo; a key after letting go is another', async () => {
    const session = await opened();
    const hire = seatId('seat-8');
    const startOf = () => session.plan.seats.find((seat) => seat.id === hire)?.occupant;
    const before = startOf();
    const drag = new HireDrag(
      () => session,
      () => hire,
    );
    drag.press(key('ArrowRight'));
    drag.press(key('ArrowRight'));
    expect(startOf()).toEqual({ kind: 'planned', start: '2027-04-01' });
    session.editor.endMerge();
    drag.press(key('ArrowRight', { shiftKey: true }));
    expect(startOf()).toEqual({ kind: 'planned', start: '2027-04-08' });
    session.undo();
    expect(startOf()).toEqual({ kind: 'planned', start: '2027-04-01' });
    session.undo();
    expect(startOf()).toEqual(before);
  });

  test('a lever’s drag is one step of undo, and another edit forgets what it started from', async () => {
    const session = await opened();
    const drag = new LeverDrag(session);
    const before = session.plan;
    for (const value of [1.01, 1.05, 1.1])
      drag.move('productivity', 'Productivity', (plan) => setLever(plan, 'productivity', value));
    drag.settle();
    expect(session.plan.levers.productivity).toBe(1.1);
    session.undo();
    expect(session.plan).toBe(before);
    expect(drag.baseline).toBeUndefined();
  });
});
