/** What people owe to others: managers there or not, support in its planned ratio, and how far a territory is covered. */
import { addF64, f64At, i32At, setF64 } from './memory';
import {
  classPresence,
  classWords,
  classes,
  closeFactors,
  createFactors,
  managerFactors,
  managerPresence,
  managerStrain,
  managerWords,
  managers,
  months,
  rampedAt,
  roleNumbers,
  rolePresence,
  roleRamped,
  roleWords,
  roles,
  settingsAt,
  sourceNumbers,
  sourcesAt,
  supportFactors,
  supportNeeded,
  supported,
  teamPresence,
  territoryCurvature,
  territoryEffort,
  territoryNumbers,
  territoryWords,
  covered,
} from './image';
import { exp } from './elementary';
import {
  CLASS_I,
  CLASS_MANAGER,
  CLASS_ROLE,
  CLASS_TERRITORY,
  OVER_SPAN_FACTOR,
  ROLE_END_SOURCE,
  ROLE_F,
  ROLE_FIRST_SOURCE,
  ROLE_I,
  ROLE_MEAN_DEAL,
  ROLE_WORK,
  SELLS,
  SOURCE_F,
  SOURCE_SELLERS,
  SOURCE_SHARE,
  SPAN_LIMIT,
  TERRITORY_COVERED,
  TERRITORY_F,
  TERRITORY_I,
  TERRITORY_POTENTIAL,
  TERRITORY_WORKLOAD,
  VACANT_FACTOR,
} from './records';

/** From who is present: each manager's factor of the team's intensity by month, and the strain that slows its new people's ramps. */
export function weighManagers(from: i32, to: i32): void {
  for (let manager = 0; manager < managers; manager++)
    for (let month = from; month < to; month++) setF64(teamPresence, manager * months + month, 0);
  for (let each = 0; each < classes; each++) {
    const manager = i32At(classWords, each * CLASS_I + CLASS_MANAGER);
    if (manager < 0 || workOf(each) !== SELLS) continue;
    for (let month = from; month < to; month++)
      addF64(teamPresence, manager * months + month, f64At(classPresence, each * months + month));
  }
  const vacantFactor = f64At(settingsAt, VACANT_FACTOR);
  const limit = f64At(settingsAt, SPAN_LIMIT);
  const overFactor = f64At(settingsAt, OVER_SPAN_FACTOR);
  for (let manager = 0; manager < managers; manager++)
    for (let month = from; month < to; month++) {
      const cell = manager * months + month;
      const missing: number = i32At(managerWords, manager) !== 0 ? 1 - f64At(managerPresence, cell) : 0;
      const over = f64At(teamPresence, cell) > limit;
      const factor: number = 1 - missing * (1 - vacantFactor);
      setF64(managerFactors, cell, over ? factor * overFactor : factor);
      setF64(managerStrain, cell, over ? 1 : missing);
    }
  for (let each = 0; each < classes; each++) {
    const manager = i32At(classWords, each * CLASS_I + CLASS_MANAGER);
    if (manager < 0) continue;
    for (let month = from; month < to; month++) {
      const cell = each * months + month;
      setF64(closeFactors, cell, f64At(closeFactors, cell) * f64At(managerFactors, manager * months + month));
    }
  }
}

function workOf(each: i32): i32 {
  return i32At(roleWords, i32At(classWords, each * CLASS_I + CLASS_ROLE) * ROLE_I + ROLE_WORK);
}

/** From efforts: what a unit of each class's effort creates by month. */
export function weighCreation(from: i32, to: i32): void {
  if (supported !== 0) weighSupport(from, to);
  for (let each = 0; each < classes; each++) {
    const role = i32At(classWords, each * CLASS_I + CLASS_ROLE);
    const territory = i32At(classWords, each * CLASS_I + CLASS_TERRITORY);
    const isCovered =
      covered !== 0 &&
      territory >= 0 &&
      i32At(territoryWords, territory * TERRITORY_I + TERRITORY_COVERED) !== 0;
    for (let month = from; month < to; month++) {
      let factor: number = supported !== 0 ? f64At(supportFactors, role * months + month) : 1;
      if (isCovered) {
        const meanDeal = f64At(roleNumbers, role * ROLE_F + ROLE_MEAN_DEAL);
        const yielded = meanDeal > 0 ? yieldOfEffort(territory, month) / meanDeal : 0;
        factor *= yielded;
      }
      setF64(createFactors, each * months + month, factor);
    }
  }
}

/** Bookings a month that a unit of effort in the territory yields: Π ÷ 12 × g(c) ÷ Σ effort, c = Σ effort ÷ workload. */
function yieldOfEffort(territory: i32, month: i32): number {
  const effort = f64At(territoryEffort, territory * months + month);
  if (!(effort > 0)) return 0;
  const potential = f64At(territoryNumbers, territory * TERRITORY_F + TERRITORY_POTENTIAL);
  const workload = f64At(territoryNumbers, territory * TERRITORY_F + TERRITORY_WORKLOAD);
  const curvature: number = f64At(territoryCurvature, territory * months + month) / effort;
  // a territory that takes no work is covered by anybody's presence
  const share: number = workload > 0 ? yieldShare(effort / workload, curvature) : 1;
  return (potential * share) / effort;
}

/** Share of the potential yielded at coverage c: (1 − e^−κc) ÷ (1 − e^−κ), linear at κ = 0. */
export function yieldShare(coverage: number, curvature: number): number {
  if (curvature < 1e-6) return coverage;
  return (1 - exp(-curvature * coverage)) / (1 - exp(-curvature));
}

/** Each role's share of creation by month: what a source feeds falls in proportion to its missing people. */
function weighSupport(from: i32, to: i32): void {
  for (let role = 0; role < roles; role++)
    for (let month = from; month < to; month++) {
      setF64(rolePresence, role * months + month, 0);
      setF64(roleRamped, role * months + month, 0);
      setF64(supportNeeded, role * months + month, 0);
    }
  for (let each = 0; each < classes; each++) {
    const role = i32At(classWords, each * CLASS_I + CLASS_ROLE);
    for (let month = from; month < to; month++) {
      addF64(rolePresence, role * months + month, f64At(classPresence, each * months + month));
      addF64(roleRamped, role * months + month, f64At(rampedAt, each * months + month));
    }
  }
  for (let role = 0; role < roles; role++) planSupport(role, from, to);
  for (let role = 0; role < roles; role++)
    for (let month = from; month < to; month++) {
      let factor: number = 1;
      const end = i32At(roleWords, role * ROLE_I + ROLE_END_SOURCE);
      for (let source = i32At(roleWords, role * ROLE_I + ROLE_FIRST_SOURCE); source < end; source++) {
        const cell = i32At(sourcesAt, source) * months + month;
        const needed = f64At(supportNeeded, cell);
        const there = f64At(roleRamped, cell);
        if (there < needed)
          factor -= f64At(sourceNumbers, source * SOURCE_F + SOURCE_SHARE) * (1 - there / needed);
      }
      setF64(supportFactors, role * months + month, Math.max(0, factor));
    }
}

/** Adds what a role's sellers need of those who feed its sources, who may feed other roles too; of two sources that one role feeds, the larger need. */
function planSupport(role: i32, from: i32, to: i32): void {
  const first = i32At(roleWords, role * ROLE_I + ROLE_FIRST_SOURCE);
  const end = i32At(roleWords, role * ROLE_I + ROLE_END_SOURCE);
  for (let source = first; source < end; source++) {
    const support = i32At(sourcesAt, source);
    let more: number = 1 / f64At(sourceNumbers, source * SOURCE_F + SOURCE_SELLERS);
    let known: number = 0;
    for (let other = first; other < source; other++)
      if (i32At(sourcesAt, other) === support)
        known = Math.max(known, 1 / f64At(sourceNumbers, other * SOURCE_F + SOURCE_SELLERS));
    more -= known;
    if (!(more > 0)) continue;
    for (let month = from; month < to; month++)
      addF64(supportNeeded, support * months + month, more * f64At(rolePresence, role * months + month));
  }
}
