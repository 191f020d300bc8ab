import { describe, expect, it } from 'vitest';
import { allocateQuota, type YearQuotas } from '../../src/model/allocateQuota';
import { setOverAssignment, setQuotaPolicy } from '../../src/model/editDesign';
import { patched } from '../../src/model/patch';
import type { Manager, Plan, Seat } from '../../src/model/plan';
import { makeStartUpSample, makeThreeRegionSample } from '../../src/model/samples';
import { money, periodId } from '../../src/model/units';
import type { SeatSummary } from '../../src/stats/readSeat';
import { policyNote } from '../../src/ui/quota/policyNote';
import { formatRatio, quotaLayers } from '../../src/ui/quota/quotaLayers';
import { layoutQuotaRows, type QuotaGroupRow, type QuotaRow } from '../../src/ui/quota/quotaRows';
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
