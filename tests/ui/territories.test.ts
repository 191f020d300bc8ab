import { describe, expect, it } from 'vitest';
import { makePlotBox } from '../../src/charts/plotBox';
import { layoutCoverage } from '../../src/charts/layoutCoverage';
import { updateSeat } from '../../src/model/editPlan';
import { updateTerritory } from '../../src/model/editTerritories';
import { fullCapacity } from '../../src/model/fullCapacity';
import { newTerritory } from '../../src/model/newTerritory';
import { parsePlan } from '../../src/model/parsePlan';
import type { Plan } from '../../src/model/plan';
import { makeStartUpSample, makeThreeRegionSample } from '../../src/model/samples';
import { eventId, isoMonth, money, periodId, share, territoryId } from '../../src/model/units';
import { yieldShare } from '../../src/model/yieldShare';
import { newProblem } from '../../src/ui/kit/tryChange';
import { coveragePoints, coverageTable } from '../../src/ui/territories/coverageTable';
import { pickedSeats } from '../../src/ui/territories/pickedSeats';
import { regionHolds, regionNameFault, takeRegion } from '../../src/ui/territories/regionEdits';
import { addTeamTerritories, assignSeats, takeTerritory } from '../../src/ui/territories/territoryEdits';
import { territoryFigures, territoryTotals } from '../../src/ui/territories/territoryFigures';
import { orderTerritories } from '../../src/ui/territories/territoryOrder';
import { totalsWords } from '../../src/ui/territories/totalsWords';

const sample = makeThreeRegionSample();
const teams = addTeamTerritories(sample);
const [west] = teams.territories;
const none = new Map();

describe('figures of a territory', () => {
  it('covers a team’s hours exactly and yields its whole potential, whatever the curvature', () => {
    for (const curvature of [0, 1.5, 6]) {
      const plan = { ...teams, coverage: { ...teams.coverage, curvature } };
      for (const row of territoryFigures(plan, none)) {
        expect(row.coverage).toBeCloseTo(1, 12);
        expect(row.yielded).toBeCloseTo(1, 12);
      }
    }
  });

  it('counts coverage as selling hours a month × 12 ÷ workload, and yields g of it', () => {
    const plan = {
      ...updateTerritory(teams, west!.id, { workload: 19_200 }),
      coverage: { curvature: 2, territoryShockSd: 0 },
    };
    const [row] = territoryFigures(plan, none);
    expect(row!.hours).toBe(8 * 100 * 12);
    expect(row!.coverage).toBe(0.5);
    expect(row!.yielded).toBe(yieldShare(0.5, 2));
  });

  it('takes the mean of the roles’ curvatures by hours', () => {
    const [one, other] = sample.roles;
    const roles = [
      { ...one!, curvature: 3, sellingHours: 300 },
      { ...other!, sellingHours: 100 },
    ];
    const seats = [
      { ...sample.seats[0]!, roleId: one!.id, territoryId: west!.id },
      { ...sample.seats[1]!, roleId: other!.id, territoryId: west!.id },
    ];
    const plan: Plan = {
      ...sample,
      roles,
      seats,
      territories: [west!],
      coverage: { curvature: 1, territoryShockSd: 0 },
    };
    expect(territoryFigures(plan, none)[0]!.curvature).toBe((300 * 3 + 100 * 1) / 400);
  });

  it('leaves out who does not sell, and knows no yield without a potential', () => {
    const roles = teams.roles.map((role) => ({ ...role, work: 'support' as const }));
    expect(territoryFigures({ ...teams, roles }, none)[0]!.seats).toEqual([]);
    const open = updateTerritory(teams, west!.id, { potential: undefined, workload: 0 });
    const [row] = territoryFigures(open, none);
    expect(row).not.toHaveProperty('yielded');
    expect(row).not.toHaveProperty('coverage');
  });

  it('adds up what the run expects of its seats, once it knows all of them', () => {
    const figures = new Map(
      teams.seats.map(({ id }) => [id, { seatId: id, period: periodId('FY2027'), meanBookings: money(5) }]),
    );
    expect(territoryFigures(teams, figures)[0]!.expected).toBe(40);
    figures.delete(teams.seats[0]!.id);
    expect(territoryFigures(teams, figures)[0]).not.toHaveProperty('expected');
  });
});

describe('totals', () => {
  it('keep the potential that nobody works, and say how much it is', () => {
    const crew = teams.seats.filter(({ territoryId: own }) => own === west!.id).map(({ id }) => id);
    const plan = assignSeats(teams, crew, undefined);
    const before = territoryTotals(teams, territoryFigures(teams, none));
    const totals = territoryTotals(plan, territoryFigures(plan, none));
    expect(totals.potential).toBe(before.potential);
    expect(totals).toMatchObject({ idle: 1, idlePotential: west!.potential, assigned: 112, unassigned: 8 });
    const { words, cautions } = totalsWords(plan, totals);
    expect(words.join(' ')).toContain('8 selling seats have no territory');
    expect(cautions[0]).toMatch(/^1 territory has nobody: \$.* of potential lies idle\.$/);
  });

  it('warn of coverage beyond full that yields more than there is', () => {
    const plan = updateTerritory(teams, west!.id, { workload: 4800 });
    expect(territoryTotals(plan, territoryFigures(plan, none)).overfull).toBe(1);
    const bent = { ...plan, coverage: { ...plan.coverage, curvature: 1 } };
    expect(territoryTotals(bent, territoryFigures(bent, none)).overfull).toBe(0);
  });
});

describe('edits', () => {
  it('a territory for each team holds what its people book by productivity, and the plan stays sound', () => {
    const potentials = teams.territories.reduce((sum, { potential }) => sum + (potential ?? 0), 0);
    const booked = [...fullCapacity(sample, sample.seats).values()].reduce<number>(
      (sum, each) => sum + each,
      0,
    );
    expect(teams.territories).toHaveLength(15);
    expect(Math.abs(potentials - booked)).toBeLessThan(15);
    expect(teams.seats.every(({ territoryId: own }) => own !== undefined)).toBe(true);
    expect(parsePlan(teams).ok).toBe(true);
    expect(addTeamTerritories(teams)).toBe(teams);
    expect(addTeamTerritories({ ...makeStartUpSample(), managers: [] }).territories).toHaveLength(0);
  });

  it('a new territory has an id and a name of its own', () => {
    const plan = {
      ...sample,
      territories: [{ id: territoryId('territory-1'), name: 'Territory 2', workload: 0 }],
    };
    expect(newTerritory(plan)).toEqual({ id: 'territory-2', name: 'Territory 3', workload: 1200 });
  });

  it('a territory put back finds its people and its risks again, but takes nobody from another', () => {
    const event = {
      id: eventId('e'),
      name: 'Rival',
      probability: share(0.2),
      earliest: isoMonth('2027-02'),
      latest: isoMonth('2027-03'),
      months: 2,
      scope: { kind: 'territory' as const, id: west!.id },
      effects: {},
    };
    const plan: Plan = { ...teams, events: [event] };
    const { without, putBack } = takeTerritory(plan, west!.id);
    expect(without.events).toEqual([]);
    expect(putBack(without)).toEqual(plan);
    const moved = updateSeat(without, teams.seats[0]!.id, { territoryId: teams.territories[1]!.id });
    expect(putBack(moved).seats[0]!.territoryId).toBe(teams.territories[1]!.id);
    expect(putBack(plan)).toBe(plan);
  });

  it('a region put back finds its managers and territories again', () => {
    const region = teams.regions[0]!;
    const { without, putBack } = takeRegion(teams, region);
    expect(without.managers.some(({ regionId }) => regionId === region.id)).toBe(false);
    expect(putBack(without)).toEqual(teams);
    expect(regionHolds(teams, region.id)).toBe('6 managers, 6 territories');
    expect(regionNameFault(teams, 'europe')).toContain('no other region');
    expect(regionNameFault(teams, 'Europe', teams.regions[1]!.id)).toBeUndefined();
  });

  it('a figure that the plan cannot be opened with again is refused in words', () => {
    const larger = updateTerritory(teams, west!.id, { potential: money(1e12) });
    expect(newProblem(teams, teams)).toBeUndefined();
    expect(newProblem(teams, larger)?.message).toMatch(
      /^potential must be at most .* \(10,000 deals of mean size a month for one person\), got 1000000000000$/,
    );
  });
});

describe('lists', () => {
  it('find territories by name, region or seat, and keep those without a figure last', () => {
    const rows = territoryFigures(updateTerritory(teams, west!.id, { potential: undefined }), none);
    expect(orderTerritories(rows, 'asia', undefined)).toHaveLength(4);
    expect(
      orderTerritories(rows, teams.seats[9]!.name, undefined).map(({ territory }) => territory.id),
    ).toEqual([teams.territories[1]!.id]);
    for (const descending of [true, false])
      expect(orderTerritories(rows, '', { key: 'potential', descending }).at(-1).territory.id).toBe(west!.id);
  });

  it('show a territory’s own seats first, and find those without one', () => {
    const [seat] = teams.seats;
    const plan = updateSeat(teams, seat!.id, { territoryId: undefined });
    expect(
      pickedSeats(plan, west!.id, '')
        .slice(0, 8)
        .map(({ here }) => here),
    ).toEqual([...Array.from({ length: 7 }, () => true), false]);
    expect(pickedSeats(plan, west!.id, 'no territory').map((each) => each.seat.id)).toEqual([seat!.id]);
  });
});

describe('the curve of coverage', () => {
  const box = makePlotBox(400, 220, { left: 40, right: 10, top: 20, bottom: 40 });

  it('goes through nothing for nothing and everything for full coverage', () => {
    const layout = layoutCoverage(3, [], box);
    expect(layout.path.startsWith(`M${box.left},${layout.y.scale(0)}`)).toBe(true);
    expect(layout.full.y).toBe(layout.y.scale(1));
  });

  it('keeps far-off territories at the end of the axis, in the order of their coverage', () => {
    const points = [
      { name: 'far', coverage: 40, yielded: 1.1 },
      { name: 'near', coverage: 0.4, yielded: 0.7 },
    ];
    const layout = layoutCoverage(3, points, box);
    expect(layout.points.map(({ name }) => name)).toEqual(['near', 'far']);
    expect(layout.points[1]!.x).toBe(box.right);
    expect(layout.points.every(({ y }) => y >= box.top - 1e-9 && y <= box.bottom)).toBe(true);
  });

  it('has a table of the territories, or of the curve where there are none', () => {
    const rows = territoryFigures(teams, none);
    expect(coverageTable(1, coveragePoints(rows)).rows).toHaveLength(15);
    expect(coverageTable(0, []).rows[2]!.map(({ raw }) => raw)).toEqual([0.5, 0.5]);
  });
});
