import fc from 'fast-check';
import type { Occupant, Seat } from '../../src/model/plan';
import { seatId, type ManagerId, type RoleId, type SeatId, type TerritoryId } from '../../src/model/units';
import { above, amount, day, fraction, label, number, oneOf } from './arbitraries';
import { empiricalSizes } from './roleArbitrary';

const occupants: fc.Arbitrary<Occupant> = fc.oneof(
  day(2000, 2025).map((hired): Occupant => ({ kind: 'incumbent', hired })),
  fc
    .tuple(day(2000, 2025), above(0, 100), number(1, 100), empiricalSizes)
    .map(([hired, shape, rate, dealSize]): Occupant => ({
      kind: 'incumbent',
      hired,
      history: { dealsPerMonth: { shape, rate }, dealSize },
    })),
  day(2026, 2030).map((start): Occupant => ({ kind: 'planned', start })),
);

/** Seats whose people come from an earlier one, so that no transfers go in a circle. */
const occupant = (earlier: readonly SeatId[]): fc.Arbitrary<Occupant> =>
  earlier.length === 0
    ? occupants
    : fc.oneof(
        { weight: 3, arbitrary: occupants },
        {
          weight: 1,
          arbitrary: fc.record({
            kind: fc.constant('transfer' as const),
            fromSeatId: fc.constantFrom(...earlier),
            date: day(2026, 2030),
            rampKept: fraction,
          }),
        },
      );

const leave = fc.record({ from: day(2026, 2027), to: day(2028, 2029), share: fraction });

export interface SeatSurroundings {
  readonly roles: readonly RoleId[];
  readonly managers: readonly ManagerId[];
  readonly territories: readonly TerritoryId[];
  readonly earlier: readonly SeatId[];
}

export const seatArbitrary = (id: string, around: SeatSurroundings): fc.Arbitrary<Seat> =>
  fc
    .record(
      {
        name: label,
        roleId: fc.constantFrom(...around.roles),
        ...oneOf('managerId', around.managers),
        ...oneOf('territoryId', around.territories),
        occupant: occupant(around.earlier),
        backfill: fc.boolean(),
        closes: day(2031, 2040),
        leaves: fc.array(leave, { maxLength: 2 }),
        potential: number(0, 10),
        annualQuota: amount(1e8),
        home: fc.record(
          { lon: number(-180, 180), lat: number(-90, 90), postcode: label },
          { requiredKeys: ['lon', 'lat'] },
        ),
      },
      { requiredKeys: ['name', 'roleId', 'occupant', 'backfill'] },
    )
    .map((fields) => ({ ...fields, id: seatId(id) }));
