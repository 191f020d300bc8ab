import { monthNumber } from '../model/calendar';
import type { Plan, RiskEvent, RiskScope, Role, Seat } from '../model/plan';
import { regionOfSeats } from '../model/regionOfSeats';

/** Gives a seat's mean factor of bookings by month: season, growth of deals, and risk events. Seats alike share it. */
export function expectFactors(plan: Plan): (seat: Seat, role: Role) => Float64Array {
  const regions = regionOfSeats(plan);
  const events = plan.events.map((event) => ({ event, byMonth: meansByMonth(plan, event) }));
  const first = monthNumber(plan.calendar.start);
  const known = new Map<string, Float64Array>();
  return (seat, role) => {
    const region = regions.get(seat.id);
    const key = JSON.stringify([role.id, seat.territoryId, region]);
    let factors = known.get(key);
    if (factors) return factors;
    let growth = 1;
    factors = Float64Array.from({ length: plan.calendar.months }, (_, month) => {
      const season = plan.seasonality[(first + month) % 12] ?? 1;
      const factor = season * growth;
      growth *= 1 + (role.dealSizeGrowth ?? 0);
      return factor;
    });
    for (const { event, byMonth } of events)
      if (isInScope(event.scope, seat, role, region))
        byMonth.forEach((mean, month) => (factors[month] = (factors[month] ?? 0) * mean));
    known.set(key, factors);
    return factors;
  };
}

function isInScope(scope: RiskScope, seat: Seat, role: Role, region: string | undefined): boolean {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'role':
      return role.id === scope.id;
    case 'region':
      return region === scope.id;
    case 'territory':
      return seat.territoryId === scope.id;
  }
}

/** An event's mean factor of bookings by month: one, and its probability × the share of starts that reach the month × what it adds. */
function meansByMonth({ calendar }: Plan, { probability, earliest, latest, months, effects }: RiskEvent) {
  const first = monthNumber(earliest) - monthNumber(calendar.start);
  const starts = monthNumber(latest) - monthNumber(earliest) + 1;
  const { intensity = 1, winRate = 1, dealSize = 1 } = effects;
  return Float64Array.from({ length: calendar.months }, (_, month) => {
    const latestStart = Math.min(starts - 1, month - first);
    const earliestStart = Math.max(0, month - first - months + 1);
    const reaching = Math.max(0, latestStart - earliestStart + 1) / starts;
    return 1 + probability * reaching * (intensity * winRate * dealSize - 1);
  });
}
