import type { Plan } from '../model/plan';
import { makeTeam, teamRole, type Feature } from './makeTeam';

const works = (id: string, work: string): object => ({ ...teamRole(id, 0, 1000), work });
const territory = (id: string): object => ({
  id,
  name: id,
  regionId: 'north',
  potential: 900_000,
  workload: 2400,
});
const regions = [{ id: 'north', name: 'North' }];

/** One small plan for each family of features; together they make use of everything that a plan can say. */
const features: Readonly<Record<string, Feature>> = {
  leaving: {
    role: {
      attritionByTenure: {
        kind: 'bands',
        bands: [
          { fromMonth: 0, annual: 0.5 },
          { fromMonth: 9.5, annual: 0.2 },
        ],
      },
    },
    seats: { 0: { backfill: false }, 6: { closes: '2027-11-20' } },
  },
  performance: {
    role: {
      attritionByTenure: {
        kind: 'curve',
        points: [
          { month: 6, staying: 0.9 },
          { month: 30, staying: 0.5 },
        ],
      },
      performanceLeaving: { threshold: 0.8, multiplier: 4 },
    },
  },
  moves: {
    seats: {
      2: { leaves: [{ from: '2027-02-10', to: '2027-05-05', share: 0.6 }] },
      5: { occupant: { kind: 'transfer', fromSeatId: 'seat-0', date: '2027-07-12', rampKept: 0.5 } },
      7: { occupant: { kind: 'transfer', fromSeatId: 'seat-5', date: '2028-01-01', rampKept: 1 } },
    },
  },
  managers: {
    plan: {
      regions,
      managers: [
        { id: 'ann', name: 'Ann', regionId: 'north', seatId: 'seat-1' },
        { id: 'bob', name: 'Bob' },
      ],
      management: { vacantFactor: 0.8, spanLimit: 3, overSpanFactor: 0.9, rampFactor: 1.5 },
    },
    roles: [works('leader', 'manage')],
    seats: {
      0: { managerId: 'ann' },
      1: { roleId: 'leader' },
      2: { managerId: 'ann' },
      3: { managerId: 'ann' },
      4: { managerId: 'bob' },
      5: { managerId: 'ann' },
    },
  },
  support: {
    role: {
      sources: [
        { name: 'SDR', share: 0.4, fedBy: { roleId: 'sdr', sellersPerHead: 3 } },
        { name: 'Marketing', share: 0.2 },
      ],
    },
    roles: [works('sdr', 'support')],
    seats: { 1: { roleId: 'sdr' }, 7: { roleId: 'sdr' } },
  },
  territories: {
    plan: {
      regions,
      territories: [territory('east'), territory('west'), { id: 'rest', name: 'Rest' }],
      coverage: { curvature: 1.5, territoryShockSd: 0.2 },
    },
    seats: {
      0: { territoryId: 'east' },
      1: { territoryId: 'east' },
      2: { territoryId: 'west' },
      4: { territoryId: 'rest' },
    },
  },
  pipeline: {
    role: {
      pipeline: {
        winRate: 0.25,
        winRateBase: 120,
        cycle: { p50: 70, p90: 150 },
        leaverKept: 0.5,
        opening: 'steady',
      },
    },
  },
  openPipeline: {
    role: {
      pipeline: { winRate: 0.25, cycle: { p50: 70, p90: 150 }, leaverKept: 0.5, opening: 'listed' },
    },
    plan: {
      openPipeline: {
        stages: [{ id: 'proposal', name: 'Proposal', winRate: 0.4 }],
        opportunities: [
          { id: 'one', seatId: 'seat-0', amount: 20_000, ageDays: 10, stageId: 'proposal' },
          { id: 'two', seatId: 'seat-1', amount: 70_000, ageDays: 120, probability: 0.8 },
          { id: 'three', seatId: 'seat-3', amount: 50_000, ageDays: 0 },
        ],
      },
    },
  },
  sizes: {
    role: {
      dealSize: {
        kind: 'mix',
        parts: [
          { name: 'gamma', share: 0.5, size: { kind: 'gamma', mean: 9000, cv: 0.9 } },
          { name: 'weibull', share: 0.3, size: { kind: 'weibull', mean: 20_000, cv: 1.1 } },
          { name: 'list', share: 0.2, size: { kind: 'empirical', amounts: [3000, 8000], counts: [2, 1] } },
        ],
      },
      dealSizeCap: 60_000,
      dealSizeGrowth: 0.01,
      dealSizeCv: 0.1,
      monthlyCv: 0.5,
    },
    plan: { levers: { dealSize: 1.1, productivity: 0.9 } },
    seats: {
      0: {
        occupant: {
          kind: 'incumbent',
          hired: '2024-05-01',
          history: {
            dealsPerMonth: { shape: 40, rate: 12 },
            dealSize: { kind: 'empirical', amounts: [2000, 7000, 30_000], counts: [3, 4, 1] },
          },
        },
      },
    },
  },
  events: {
    plan: {
      regions,
      territories: [territory('east')],
      events: [
        {
          id: 'recession',
          name: 'Recession',
          probability: 0.5,
          earliest: '2026-11',
          latest: '2027-09',
          months: 7,
          effects: { intensity: 0.7, dealSize: 0.9, attrition: 0.5, timeToFill: 0.6 },
        },
        {
          id: 'rival',
          name: 'A rival',
          probability: 0.6,
          earliest: '2027-04',
          latest: '2027-04',
          months: 12,
          scope: { kind: 'role', id: 'large' },
          effects: { winRate: 0.8, attrition: 2 },
        },
        {
          id: 'launch',
          name: 'Launch',
          probability: 0.8,
          earliest: '2027-06',
          latest: '2028-12',
          months: 4,
          scope: { kind: 'territory', id: 'east' },
          effects: { intensity: 1.3 },
        },
      ],
    },
    seats: { 2: { territoryId: 'east' }, 3: { territoryId: 'east' } },
  },
  pay: {
    plan: {
      regions,
      managers: [{ id: 'ann', name: 'Ann', regionId: 'north' }],
      quota: {
        source: 'topDown',
        allocation: 'capacity',
        overAssignment: { regions: 1.05, managers: 1.05, seats: 1.1 },
        rampRelief: true,
      },
    },
    role: {
      pay: {
        base: 80_000,
        variable: 60_000,
        period: 'quarter',
        steps: [
          { from: 0, rate: 0.5 },
          { from: 0.8, rate: 2 },
        ],
        cap: 2,
        guarantee: { months: 3, share: 0.8 },
        benefits: 0.2,
        recruiting: 12_000,
        severance: 20_000,
        otherCost: 9000,
      },
    },
    seats: {
      0: { managerId: 'ann' },
      1: { managerId: 'ann', closes: '2028-02-01' },
      4: { managerId: 'ann' },
    },
  },
};

export const featurePlans = (): readonly Plan[] =>
  Object.entries(features).map(([name, feature]) => makeTeam(name, feature));
