/** What people owe to others: managers there or not, support in its planned ratio, and how far a territory is covered. */
import { addF64, f64At, i32At, setF64 } from './memory';
import { exp } from './elementary';
import { classWord, roleNumber, roleWord } from './fields';
import * as image from './image';
import * as field from './records';

/** From who is present: each manager's factor of the team's intensity by month, and the strain that slows its new people's ramps. */
export function weighManagers(from: i32, to: i32): void {
  for (let manager = 0; manager < image.managers; manager++)
    for (let month = from; month < to; month++) setF64(image.teamPresence, manager * image.months + month, 0);
  for (let each = 0; each < image.classes; each++) {
    const manager = classWord(each, field.CLASS_MANAGER);
    if (manager < 0 || workOf(each) !== field.SELLS) continue;
    for (let month = from; month < to; month++)
      addF64(
        image.teamPresence,
        manager * image.months + month,
        f64At(image.classPresence, each * image.months + month),
      );
  }
  const vacantFactor = f64At(image.settingsAt, field.VACANT_FACTOR);
  const limit = f64At(image.settingsAt, field.SPAN_LIMIT);
  const overFactor = f64At(image.settingsAt, field.OVER_SPAN_FACTOR);
  for (let manager = 0; manager < image.managers; manager++) {
    const row = i32At(image.managerWords, manager) - 1;
    for (let month = from; month < to; month++) {
      const cell = manager * image.months + month;
      const missing: number = row >= 0 ? 1 - f64At(image.managerPresence, row * image.months + month) : 0;
      const over = f64At(image.teamPresence, cell) > limit;
      const factor: number = 1 - missing * (1 - vacantFactor);
      setF64(image.managerFactors, cell, over ? factor * overFactor : factor);
      setF64(image.managerStrain, cell, over ? 1 : missing);
    }
  }
  for (let each = 0; each < image.classes; each++) {
    const manager = classWord(each, field.CLASS_MANAGER);
    if (manager < 0) continue;
    for (let month = from; month < to; month++) {
      const cell = each * image.months + month;
      setF64(
        image.closeFactors,
        cell,
        f64At(image.closeFactors, cell) * f64At(image.managerFactors, manager * image.months + month),
      );
    }
  }
}

function workOf(each: i32): i32 {
  return i32At(image.roleWords, classWord(each, field.CLASS_ROLE) * field.ROLE_I + field.ROLE_WORK);
}

/** From efforts: what a unit of each class's effort creates by month. */
export function weighCreation(from: i32, to: i32): void {
  if (image.supported !== 0) weighSupport(from, to);
  for (let each = 0; each < image.classes; each++) {
    const role = classWord(each, field.CLASS_ROLE);
    const territory = classWord(each, field.CLASS_TERRITORY);
    const isCovered =
      image.covered !== 0 &&
      territory >= 0 &&
      i32At(image.territoryWords, territory * field.TERRITORY_I + field.TERRITORY_COVERED) !== 0;
    for (let month = from; month < to; month++) {
      let factor: number =
        image.supported !== 0 ? f64At(image.supportFactors, role * image.months + month) : 1;
      if (isCovered) {
        const meanDeal = roleNumber(role, field.ROLE_MEAN_DEAL);
        const yielded = meanDeal > 0 ? yieldOfEffort(territory, month) / meanDeal : 0;
        factor *= yielded;
      }
      setF64(image.createFactors, each * image.months + month, factor);
    }
  }
}

/** Bookings a month that a unit of effort in the territory yields: Π ÷ 12 × g(c) ÷ Σ effort, c = Σ effort ÷ workload. */
function yieldOfEffort(territory: i32, month: i32): number {
  const effort = f64At(image.territoryEffort, territory * image.months + month);
  if (!(effort > 0)) return 0;
  const potential = f64At(image.territoryNumbers, territory * field.TERRITORY_F + field.TERRITORY_POTENTIAL);
  const workload = f64At(image.territoryNumbers, territory * field.TERRITORY_F + field.TERRITORY_WORKLOAD);
  const curvature: number = f64At(image.territoryCurvature, territory * image.months + month) / effort;
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
  for (let role = 0; role < image.roles; role++)
    for (let month = from; month < to; month++) {
      setF64(image.rolePresence, role * image.months + month, 0);
      setF64(image.roleRamped, role * image.months + month, 0);
      setF64(image.supportNeeded, role * image.months + month, 0);
    }
  for (let each = 0; each < image.classes; each++) {
    const role = classWord(each, field.CLASS_ROLE);
    for (let month = from; month < to; month++) {
      addF64(
        image.rolePresence,
        role * image.months + month,
        f64At(image.classPresence, each * image.months + month),
      );
      addF64(
        image.roleRamped,
        role * image.months + month,
        f64At(image.rampedAt, each * image.months + month),
      );
    }
  }
  for (let role = 0; role < image.roles; role++) planSupport(role, from, to);
  for (let role = 0; role < image.roles; role++)
    for (let month = from; month < to; month++) {
      let factor: number = 1;
      const end = roleWord(role, field.ROLE_END_SOURCE);
      for (let source = roleWord(role, field.ROLE_FIRST_SOURCE); source < end; source++) {
        const cell = i32At(image.sourcesAt, source) * image.months + month;
        const needed = f64At(image.supportNeeded, cell);
        const there = f64At(image.roleRamped, cell);
        if (there < needed)
          factor -=
            f64At(image.sourceNumbers, source * field.SOURCE_F + field.SOURCE_SHARE) * (1 - there / needed);
      }
      setF64(image.supportFactors, role * image.months + month, Math.max(0, factor));
    }
}

/** Adds what a role's sellers need of those who feed its sources, who may feed other roles too; of two sources that one role feeds, the larger need. */
function planSupport(role: i32, from: i32, to: i32): void {
  const first = roleWord(role, field.ROLE_FIRST_SOURCE);
  const end = roleWord(role, field.ROLE_END_SOURCE);
  for (let source = first; source < end; source++) {
    const support = i32At(image.sourcesAt, source);
    let more: number = 1 / f64At(image.sourceNumbers, source * field.SOURCE_F + field.SOURCE_SELLERS);
    let known: number = 0;
    for (let other = first; other < source; other++)
      if (i32At(image.sourcesAt, other) === support)
        known = Math.max(
          known,
          1 / f64At(image.sourceNumbers, other * field.SOURCE_F + field.SOURCE_SELLERS),
        );
    more -= known;
    if (!(more > 0)) continue;
    for (let month = from; month < to; month++)
      addF64(
        image.supportNeeded,
        support * image.months + month,
        more * f64At(image.rolePresence, role * image.months + month),
      );
  }
}
