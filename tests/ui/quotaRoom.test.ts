import { describe, expect, it } from 'vitest';
import { allocateQuota, type YearQuotas } from '../../src/model/allocateQuota';
import { setOverAssignment, setQuotaPolicy } from '../../src/model/editDesign';
import { patched } from '../../src/model/patch';
import type { Manager, Plan, Seat } from '../../src/model/plan';
import { makeStartUpSample, makeThreeRegionSample } from '../../src/model/samples';
import { money, periodId } from '../../src/model/units';
import type { SeatSummary } from '../../src/stats/readSeat';
import { policyNote } from '../../src/ui/quota/policyNote';
import { expectedByLayer, formatRatio, quotaLayers } from '../../src/ui/quota/quotaLayers';
import {
  layoutQuotaRows,
  quotaSeatRows,
  type QuotaGroupRow,
  type QuotaRow,
} from '../../src/ui/quota/quotaRows';
import { nextSort, orderedSeats } from '../../src/ui/quota/seatOrder';
import type { SeatFigures } from '../../src/ui/team/seatFigures';

const sample = makeThreeRegionSample();
const handedDown = setOverAssignment(setQuotaPolicy(sample, { source: 'topDown' }), {
  regions: 1.1,
  managers: 1.05,
});
const year = periodId('FY2027');
const none: SeatFigures = new Map();

function quotasOf(plan: Plan): YearQuotas {
  const quotas = allocateQuota(plan).get(year);
  if (!quotas) throw new Error('the year has no quotas');
  return quotas;
}

/** All rows, every group open. */
function allRows(plan: Plan, figures = none): QuotaRow[] {
  const toggled = new Set(
    layoutQuotaRows(plan, quotasOf(plan), figures, new Set()).flatMap((row) =>
      row.kind !== 'seat' && !row.open ? [row.key] : [],
    ),
  );
  return layoutQuotaRows(plan, quotasOf(plan), figures, toggled);
}
const groups = (rows: readonly QuotaRow[], kind: 'region' | 'manager') =>
  rows.filter((row): row is QuotaGroupRow => row.kind === kind);
const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0);

describe('the tree of quotas', () => {
  it('has every selling seat once, and the seats’ quotas add up to the layer’s', () => {
    for (const plan of [sample, handedDown]) {
      const seats = allRows(plan).filter((row) => row.kind === 'seat');
      expect(new Set(seats.map(({ key }) => key)).size).toBe(120);
      expect(seats).toHaveLength(120);
      expect(sum(seats.map(({ quota }) => quota))).toBeCloseTo(quotasOf(plan).seats.total, 3);
    }
  });

  it('holds regions and managers to their own layers, and never adds these to the seats’', () => {
    const rows = allRows(handedDown);
    const quotas = quotasOf(handedDown);
    const regions = groups(rows, 'region');
    const managers = groups(rows, 'manager');
    expect(regions.map(({ quota }) => quota)).toEqual(
      handedDown.regions.map(({ id }) => expect.closeTo(quotas.regions.byId.get(id) ?? 0, 3)),
    );
    expect(managers.map(({ quota }) => quota)).toEqual(
      handedDown.managers.map(({ id }) => expect.closeTo(quotas.managers.byId.get(id) ?? 0, 3)),
    );
    expect(sum(regions.map(({ quota }) => quota))).toBeCloseTo(1.1 * (quotas.target ?? 0), 3);
    expect(sum(managers.map(({ seatQuotas }) => seatQuotas))).toBeCloseTo(quotas.seats.total, 3);
  });

  it('puts seats without a manager and without a region into groups of their own', () => {
    const plan: Plan = {
      ...handedDown,
      managers: handedDown.managers.map((each, index) =>
        index === 0 ? patched<Manager>(each, { regionId: undefined }) : each,
      ),
      seats: handedDown.seats.map((seat, index) =>
        index === 119 ? patched<Seat>(seat, { managerId: undefined }) : seat,
      ),
    };
    const rows = allRows(plan);
    expect(groups(rows, 'region').at(-1)).toMatchObject({ name: 'No region', seats: 9 });
    expect(groups(rows, 'manager').at(-1)).toMatchObject({ name: 'No manager', seats: 1 });
    expect(sum(groups(rows, 'region').map(({ seats }) => seats))).toBe(120);
  });

  it('leaves out layers that the plan does not have', () => {
    const plan = makeStartUpSample();
    expect(allRows(plan).map(({ kind, level }) => [kind, level])).toEqual([
      ['manager', 0],
      ...plan.seats.map(() => ['seat', 1]),
    ]);
    const flat = {
      ...plan,
      managers: [],
      seats: plan.seats.map((seat) => patched<Seat>(seat, { managerId: undefined })),
    };
    expect(allRows(flat).every(({ kind }) => kind === 'seat')).toBe(true);
  });

  it('rolls up expectations once all seats are known, and the mean of the chances', () => {
    const figures = new Map(
      sample.seats.map((seat, index): [typeof seat.id, SeatSummary] => [
        seat.id,
        {
          seatId: seat.id,
          period: year,
          meanBookings: money(10),
          ...(index % 2 === 0 && {
            attainment: { mean: 1, median: 1, atQuota: { value: 0.25, standardError: 0.01 } },
          }),
        },
      ]),
    );
    expect(groups(allRows(sample, figures), 'manager')[0]).toMatchObject({ expected: 80, atQuota: 0.25 });
    figures.delete(sample.seats[0]!.id);
    expect(groups(allRows(sample, figures), 'manager')[0]).not.toHaveProperty('expected');
  });

  it('closes large plans’ teams to begin with, and opens what was toggled', () => {
    const rows = layoutQuotaRows(sample, quotasOf(sample), none, new Set());
    expect(rows.every(({ kind }) => kind !== 'seat')).toBe(true);
    const [first] = groups(rows, 'manager');
    const opened = layoutQuotaRows(sample, quotasOf(sample), none, new Set([first!.key]));
    expect(opened.filter(({ kind }) => kind === 'seat')).toHaveLength(8);
  });
});

describe('layers', () => {
  it('say how much more each carries than the one above', () => {
    expect(
      quotaLayers(quotasOf(handedDown)).map(({ layer, members, over }) => [layer, members, over]),
    ).toEqual([
      ['regions', 3, expect.closeTo(1.1, 9)],
      ['managers', 15, expect.closeTo(1.05, 9)],
      ['seats', 120, expect.closeTo(1, 9)],
    ]);
    expect([1, 1.05, 1.155, 1.1551].map(formatRatio)).toEqual(['1.00', '1.05', '1.155', '1.155']);
  });

  it('say what the quotas rest on', () => {
    expect(policyNote(sample, quotasOf(sample))).toContain('its role’s quota');
    expect(policyNote(handedDown, quotasOf(handedDown))).toContain('never added');
    const without = { ...handedDown, targets: [] };
    expect(policyNote(without, quotasOf(without))).toContain('FY27 has no target');
  });
});

/** Bookings of 10 to each seat, and a chance of quota that falls along the list; every third has none. */
const made: SeatFigures = new Map(
  sample.seats.map((seat, index): [typeof seat.id, SeatSummary] => [
    seat.id,
    {
      seatId: seat.id,
      period: year,
      meanBookings: money(10),
      ...(index % 3 !== 0 && {
        attainment: { mean: 1, median: 1, atQuota: { value: 1 - index / 200, standardError: 0.01 } },
      }),
    },
  ]),
);

describe('the order of seats', () => {
  const rows = quotaSeatRows(sample, quotasOf(sample), made);
  const chances = (descending: boolean) =>
    orderedSeats(rows, '', { column: 'atQuota', descending }).map(
      ({ figures }) => figures?.attainment?.atQuota.value,
    );

  it('is by chance of quota either way, and seats without one come last in both', () => {
    for (const descending of [false, true]) {
      const all = chances(descending);
      const known = all.filter((value) => value !== undefined);
      expect(known).toHaveLength(80);
      expect(all.slice(known.length).every((value) => value === undefined)).toBe(true);
      expect(known).toEqual([...known].sort((a, b) => (descending ? b - a : a - b)));
    }
  });

  it('keeps every seat once, and with a filter those alone that have every word', () => {
    expect(new Set(orderedSeats(rows, '', undefined).map(({ key }) => key)).size).toBe(120);
    const [manager] = sample.managers;
    const team = orderedSeats(rows, `  ${manager?.name.toUpperCase()} `, undefined);
    expect(team.map(({ key }) => key)).toEqual(
      sample.seats.filter(({ managerId }) => managerId === manager?.id).map(({ id }) => id),
    );
    expect(orderedSeats(rows, 'nobody of that name', undefined)).toEqual([]);
  });

  it('goes from rising to falling and back to the tree', () => {
    const rising = nextSort(undefined, 'gap');
    const falling = nextSort(rising, 'gap');
    expect([rising, falling, nextSort(falling, 'gap')]).toEqual([
      { column: 'gap', descending: false },
      { column: 'gap', descending: true },
      undefined,
    ]);
    expect(nextSort(falling, 'name')).toEqual({ column: 'name', descending: false });
  });
});

describe('bottom-up beside top-down', () => {
  it('sums what the seats of each layer’s members are expected to book, and leaves out seats in none', () => {
    const plan = {
      ...handedDown,
      seats: handedDown.seats.map((seat, index) =>
        index === 0 ? patched<Seat>(seat, { managerId: undefined }) : seat,
      ),
    };
    const expected = expectedByLayer(plan, quotasOf(plan), made);
    expect(expected).toEqual({ regions: 1190, managers: 1190, seats: 1200 });
    expect(quotaLayers(quotasOf(plan), expected).map((line) => line.expected)).toEqual([1190, 1190, 1200]);
  });

  it('says nothing while a seat has no figures', () => {
    expect(expectedByLayer(sample, quotasOf(sample), none)).toBeUndefined();
    expect(quotaLayers(quotasOf(sample)).every((line) => line.expected === undefined)).toBe(true);
  });
});
