import { expect, test } from 'vitest';
import type { Plan, Seat } from '../../src/model/plan';
import { mendReferences } from '../../src/model/mendReferences';
import { parsePlan } from '../../src/model/parsePlan';
import { fail, succeed } from '../../src/model/problem';
import { removeAccounts } from '../../src/model/editAccounts';
import { planId, seatId, type TerritoryId } from '../../src/model/units';
import { RepMatching } from '../../src/state/repMatching.svelte';
import { SplitDesk } from '../../src/state/splitDesk.svelte';
import type { SplitTools } from '../../src/state/splitTools';
import { makeBookPlan } from '../support/makeBookPlan';
import { openSession, openTab, testPlan } from './support';

/** Six strips from west to east with a seat each; homes by seat, where the seat is at first in the strip of its own number. */
async function begin(
  change: (seat: Seat, place: number) => Seat = (seat) => seat,
  places: Promise<void> = Promise.resolve(),
) {
  const { session, runner } = openSession(openTab());
  const made = makeBookPlan(testPlan(), 120, 6);
  const sells = new Set(
    made.roles.filter(({ work }) => work !== 'manage' && work !== 'support').map(({ id }) => id),
  );
  const model = made.seats.find(({ roleId }) => sells.has(roleId))!;
  const seats = made.territories.map(({ id }, place) =>
    change({ ...model, id: seatId(`rep-${place}`), name: `Rep ${place}`, territoryId: id }, place),
  );
  const bare: Plan = { ...made, seats, openPipeline: { ...made.openPipeline, opportunities: [] } };
  const plan = mendReferences({ ...bare, notes: [] });
  await session.adopt(plan, 'Made');
  const tools: SplitTools = {
    runner,
    loadSplitRunner: () => Promise.reject(new Error('nothing is designed here')),
    loadAccountRunner: () =>
      Promise.resolve({
        importAccounts: () => Promise.reject(new Error('no table is read here')),
        importAssignment: () => Promise.reject(new Error('no table is read here')),
        findPlace: (text) =>
          places.then(() =>
            text === '80202'
              ? succeed({ place: { lon: -105, lat: 39.75 }, postcode: text })
              : fail([{ code: 'place-unknown', path: '', message: `a postcode must exist, got ${text}` }]),
          ),
      }),
    writeAssignment: () => Promise.resolve(''),
    readInData: () => undefined,
    loadAreaRunner: () => Promise.reject(new Error('no area is read here')),
  };
  const desk = new SplitDesk(session);
  return { session, desk, reps: new RepMatching(desk, tools) };
}

/** Homes in the middle of the strips, the other way round. */
const mirrored = (seat: Seat, place: number): Seat => ({
  ...seat,
  home: { lon: -120 + 7.5 * (5 - place + 0.5), lat: 38 },
});

test('by distance alone people go to the strip they live in, as one step of undo, and the plan is sound', async () => {
  const { session, desk, reps } = await begin(mirrored);
  const before = session.plan;
  const kmBefore = reps.home.all?.mean ?? 0;
  reps.history = 0;
  reps.match();
  expect(session.plan.seats.map(({ territoryId }) => territoryId)).toEqual([...desk.order].reverse());
  expect(reps.home.all?.mean).toBeLessThan(kmBefore / 3);
  expect(reps.home.byTerritory.every((each) => (each?.p90 ?? 0) > (each?.mean ?? 1))).toBe(true);
  // each has left all accounts behind, and is nearer to the new ones than to the old; the middle two are neighbours
  expect(reps.lines.map(({ kept }) => kept)).toEqual([0, 0, 0, 0, 0, 0]);
  for (const { km, kmNow } of reps.lines) expect(km).toBeLessThan(kmNow ?? 0);
  expect(parsePlan(JSON.parse(JSON.stringify(session.plan))).ok).toBe(true);
  session.undo();
  expect(session.plan).toBe(before);
});

test('by history alone people stay where their accounts are', async () => {
  const { session, reps } = await begin(mirrored);
  const before = session.plan;
  reps.history = 1;
  reps.match();
  expect(session.plan.seats).toEqual(before.seats);
  expect(reps.lines.map(({ kept }) => Math.round((kept ?? 0) * 1e9) / 1e9)).toEqual([1, 1, 1, 1, 1, 1]);
});

test('accounts that carry a person’s name are what they have, wherever the seat is', async () => {
  const { reps, desk } = await begin((seat, place) => ({
    ...seat,
    name: place === 2 ? 'OWNER  3' : seat.name,
  }));
  const own = desk.book!.accounts.filter(({ owner }) => owner === 'Owner 3');
  const strip = desk.order[2];
  const share =
    own.reduce((sum, { id, values }) => {
      const at = desk.territoryOf[desk.accounts.placeOf.get(id) ?? -1];
      return sum + (at === strip ? (values[0] ?? 0) : 0);
    }, 0) / own.reduce((sum, { values }) => sum + (values[0] ?? 0), 0);
  expect(reps.lines[2]?.kept).toBeCloseTo(share, 9);
});

test('a home is typed as a postcode, refused in words, and taken away by nothing', async () => {
  const { session, reps } = await begin();
  const [seat] = reps.seats;
  expect(reps.home.all).toBeUndefined();
  expect(await reps.settle(seat!.id, '80202')).toBeUndefined();
  expect(session.plan.seats[0]?.home).toEqual({ lon: -105, lat: 39.75, postcode: '80202' });
  expect(reps.lines[0]?.km).toBeGreaterThan(0);
  expect(await reps.settle(seat!.id, '00000')).toBe('a postcode must exist, got 00000');
  expect(session.plan.seats[0]?.home?.postcode).toBe('80202');
  await reps.settle(seat!.id, ' ');
  expect(session.plan.seats[0]).not.toHaveProperty('home');
});

test('what people had before they were matched is theirs, though an account before it in the table is removed', async () => {
  const { session, desk, reps } = await begin(mirrored);
  reps.history = 0;
  reps.match();
  const first = desk.book!.accounts[0]!.id;
  const before = reps.lines.map(({ kmNow }) => kmNow);
  const strip = desk.territoryOf[0];
  session.change('Remove one', (plan) => removeAccounts(plan, [first]));
  reps.lines.forEach(({ kmNow, seat }, row) => {
    // the one who had it, in the strip across from where they are now
    const hadIt = desk.order.indexOf(seat.territoryId!) === 5 - desk.order.indexOf(strip as TerritoryId);
    if (!hadIt) expect(kmNow).toBeCloseTo(before[row]!, -1);
    expect(reps.lines[row]?.kept).toBe(0);
  });
});

test('a home that is found once another plan is open is not put into it', async () => {
  let found: () => void = () => undefined;
  const { session, reps } = await begin(undefined, new Promise((resolve) => (found = resolve)));
  const [seat] = reps.seats;
  const settling = reps.settle(seat!.id, '80202');
  await session.adopt({ ...session.plan, id: planId('another') }, 'Another');
  found();
  expect(await settling).toBeUndefined();
  expect(session.plan.seats[0]).not.toHaveProperty('home');
});
