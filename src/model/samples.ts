import { monthFromNumber, monthNumber, planMonth, planPeriods } from './calendar';
import { defaultMarket, defaultRun, makeRole, neutralDesign, neutralLevers } from './defaults';
import { expectedBookings } from './expectedBookings';
import {
  PLAN_VERSION,
  type Calendar,
  type Manager,
  type Occupant,
  type Plan,
  type Role,
  type Seat,
} from './plan';
import { sampleNames } from './sampleNames';
import { drawItem, drawWhole, seededDraws, type Draw } from './seededDraws';
import { isoDate, isoMonth, managerId, money, planId, regionId, roleId, seatId, type IsoDate } from './units';

const calendar: Calendar = { start: isoMonth('2027-01'), months: 12, fiscalYearStart: 1 };

/** Quarters that close late (three months of 0.75, 1 and 1.25) in a year that does too (0.9, 1, 0.95 and 1.15). */
const seasonality = [0.675, 0.9, 1.125, 0.75, 1, 1.25, 0.7125, 0.95, 1.1875, 0.8625, 1.15, 1.4375];

const dateIn = (month: string, day: number): IsoDate => isoDate(`${month}-${String(day).padStart(2, '0')}`);

/** A hire date up to five years before the plan's start; the square makes recent ones more common. */
function drawIncumbent(draw: Draw): Occupant {
  const monthsAgo = 1 + Math.floor(draw() ** 2 * 60);
  const month = monthFromNumber(monthNumber(calendar.start) - monthsAgo);
  return { kind: 'incumbent', hired: dateIn(month, drawWhole(draw, 1, 28)) };
}

const plannedFor = (month: number): Occupant => ({
  kind: 'planned',
  start: dateIn(planMonth(calendar, month), 1),
});

/** The plan with a target for every quarter at that share of what it books by hand, to the unit given. */
function withTargets(plan: Plan, share: number, unit: number): Plan {
  const months = expectedBookings(plan);
  const quarters = planPeriods(plan.calendar).filter((period) => period.kind === 'quarter');
  const targets = quarters.map((quarter) => {
    const expected = months.slice(quarter.firstMonth, quarter.endMonth).reduce((sum, each) => sum + each, 0);
    return { period: quarter.id, amount: money(Math.round((expected * share) / unit) * unit) };
  });
  return { ...plan, targets };
}

const emptyPlan = (id: string, name: string): Plan => ({
  format: 'turfcast-plan',
  version: PLAN_VERSION,
  id: planId(id),
  name,
  currency: 'USD',
  calendar,
  seasonality,
  market: defaultMarket,
  parameterUncertainty: true,
  targets: [],
  levers: neutralLevers,
  ...neutralDesign,
  regions: [],
  managers: [],
  roles: [],
  seats: [],
  run: defaultRun,
  source: { summary: 'Invented sample figures', files: [] },
});

/** A Series A start-up: seven sellers, five hires across the year, one manager, targets by quarter. */
export function makeStartUpSample(): Plan {
  const draw = seededDraws(2027);
  const nextName = sampleNames(draw);
  const role = makeRole('midMarket', { id: roleId('role-account-executive'), name: 'Account executive' });
  const manager: Manager = { id: managerId('manager-1'), name: nextName() };
  const hiringMonths = [1, 2, 4, 6, 8];
  const seats = Array.from({ length: 12 }, (_, index): Seat => {
    const opening = hiringMonths[index - 7];
    return {
      id: seatId(`seat-${index + 1}`),
      name: opening === undefined ? nextName() : `Opening ${index - 6}`,
      roleId: role.id,
      managerId: manager.id,
      occupant: opening === undefined ? drawIncumbent(draw) : plannedFor(opening),
      backfill: true,
    };
  });
  const plan = emptyPlan('sample-start-up', 'Series A start-up');
  return withTargets({ ...plan, managers: [manager], roles: [role], seats }, 0.93, 50_000);
}

interface Team {
  readonly manager: Manager;
  readonly role: Role;
}

/** Fifteen teams of eight: six, five and four by region, two of five in SMB and in the mid-market, one in enterprise. */
function makeTeams(regions: Plan['regions'], roles: readonly Role[], nextName: () => string): Team[] {
  const roleOrder = [0, 1, 0, 1, 2];
  const teams: Team[] = [];
  regions.forEach((region, index) => {
    for (let count = 0; count < 6 - index; count++) {
      const role = roles[roleOrder[teams.length % roleOrder.length] ?? 0];
      if (role === undefined) continue;
      const id = managerId(`manager-${teams.length + 1}`);
      teams.push({ role, manager: { id, name: nextName(), regionId: region.id } });
    }
  });
  return teams;
}

/** A company of 120 seats: three regions, fifteen managers, three segments, 96 sellers and 24 hires across the year. */
export function makeThreeRegionSample(): Plan {
  const draw = seededDraws(120);
  const nextName = sampleNames(draw);
  const regions = ['North America', 'Europe', 'Asia Pacific'].map((name, index) => ({
    id: regionId(`region-${index + 1}`),
    name,
  }));
  const roles = [makeRole('smb'), makeRole('midMarket'), makeRole('enterprise')];
  const teams = makeTeams(regions, roles, nextName);
  let openings = 0;
  const seats = teams.flatMap(({ manager, role }, team) =>
    Array.from({ length: 8 }, (_, place): Seat => {
      // Every team has an opening in its last place; the first nine have another one before it.
      const open = place === 7 || (place === 6 && team < 9);
      if (open) openings++;
      return {
        id: seatId(`seat-${team * 8 + place + 1}`),
        name: open ? `Opening ${openings}` : nextName(),
        roleId: role.id,
        managerId: manager.id,
        occupant: open ? plannedFor((openings * 7) % 10) : drawIncumbent(draw),
        backfill: true,
        potential: drawItem(draw, [0.85, 0.9, 0.95, 1, 1, 1.05, 1.1, 1.15]),
      };
    }),
  );
  const plan = emptyPlan('sample-three-regions', 'Three-region company');
  const managers = teams.map((team) => team.manager);
  return withTargets({ ...plan, regions, managers, roles, seats }, 0.96, 100_000);
}

/** The plans a new reader starts from; the same ones every time. */
export const makeSamplePlans = (): Plan[] => [makeStartUpSample(), makeThreeRegionSample()];
