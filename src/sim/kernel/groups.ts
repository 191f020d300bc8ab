/** What a trial comes to for the plan and each region, manager, territory and role; kept as sums, squares and sketches. */
import { addF64, addI32, clearBytes, f64At, i32At, setF64, setI32, setU16, setU8, toInt } from './memory';
import { dealCount, largestDeal } from './deals';
import {
  classBookings,
  classGroups,
  classWords,
  classYears,
  classes,
  groupBookings,
  groupTargets,
  groupWords,
  groupYears,
  groups,
  headcountChange,
  marketAt,
  months,
  outAtQuota,
  outBookings,
  outCost,
  outDeals,
  outGroupHits,
  outGroupMoments,
  outGroupSketches,
  outHeadcount,
  outLargest,
  outLeavers,
  outMarket,
  outMeasureMoments,
  outMeasureSketches,
  outRamped,
  outStarters,
  outVacancy,
  outWithQuota,
  planHeadcount,
  planRamped,
  quarterOfMonth,
  quarterStart,
  quarters,
  rampedAt,
  roleWords,
  roles,
  settingsAt,
  yearOfQuarter,
  years,
} from './image';
import {
  BLOCK_TRIALS,
  CLASS_I,
  CLASS_ROLE,
  GROSS_MARGIN,
  GROUP_COST_FLOOR,
  GROUP_COUNT_FLOOR,
  GROUP_FIRST_SKETCH,
  GROUP_I,
  GROUP_MONTH_FLOOR,
  GROUP_QUARTER_FLOOR,
  GROUP_SKETCH,
  GROUP_YEAR_FLOOR,
  MEASURES,
  MEASURE_ATTAINMENT,
  MEASURE_AT_QUOTA,
  MEASURE_CONTRIBUTION,
  MEASURE_COST,
  MEASURE_HEADCOUNT,
  MEASURE_LEAVERS,
  MEASURE_RAMPED,
  MEASURE_SHARE_AT_QUOTA,
  MEASURE_VACANCY,
  NO_BIN,
  ROLE_I,
  ROLE_WORK,
  SELLS,
  SHARE_FLOOR,
  YEAR_AT_QUOTA,
  YEAR_COST,
  YEAR_F,
  YEAR_HEADCOUNT,
  YEAR_LEAVERS,
  YEAR_QUOTA,
  YEAR_RAMPED,
  YEAR_STARTERS,
  YEAR_VACANCY,
  YEAR_WITH_QUOTA,
} from './records';
import { signedBin, sketchBin } from './sketch';

/** Levels a class belongs to: the plan, its region, manager, territory and role. */
export const LEVELS: i32 = 5;

/** Adds the trial's classes up into the groups below the plan, and the roles, of which every seat has one, up into the plan. */
export function addUp(): void {
  clearBytes(groupBookings, (groups * months) << 3);
  clearBytes(groupYears, (groups * years * YEAR_F) << 3);
  clearBytes(planHeadcount, months << 3);
  clearBytes(planRamped, months << 3);
  for (let each = 0; each < classes; each++) {
    addPeople(each);
    for (let level = 1; level < LEVELS; level++) {
      const group = i32At(classGroups, each * LEVELS + level);
      if (group >= 0) addTo(group, classBookings, classYears, each);
    }
  }
  for (let role = groups - roles; role < groups; role++) addTo(0, groupBookings, groupYears, role);
}

/** People and ramped equivalents of a class: by month for the plan, and by year for all. */
function addPeople(each: i32): void {
  const role = i32At(classWords, each * CLASS_I + CLASS_ROLE);
  const selling = i32At(roleWords, role * ROLE_I + ROLE_WORK) === SELLS;
  const row = each * months;
  let people: number = 0;
  let month = 0;
  for (let quarter = 0; quarter < quarters; quarter++) {
    const end = i32At(quarterStart, quarter + 1);
    let ramped: number = 0;
    for (; month < end; month++) {
      people += f64At(headcountChange, row + each + month);
      addF64(planHeadcount, month, people);
      if (selling) {
        ramped += f64At(rampedAt, row + month);
        addF64(planRamped, month, f64At(rampedAt, row + month));
      }
    }
    const cell = (each * years + i32At(yearOfQuarter, quarter)) * YEAR_F;
    setF64(classYears, cell + YEAR_HEADCOUNT, people);
    addF64(classYears, cell + YEAR_RAMPED, ramped);
  }
}

/** Adds one row of bookings and years to a group's. */
function addTo(group: i32, bookings: i32, yearly: i32, from: i32): void {
  for (let month = 0; month < months; month++)
    addF64(groupBookings, group * months + month, f64At(bookings, from * months + month));
  for (let cell = 0; cell < years * YEAR_F; cell++)
    addF64(groupYears, group * years * YEAR_F + cell, f64At(yearly, from * years * YEAR_F + cell));
}

/** Begins a trial: nothing in any class. */
export function clearClasses(): void {
  clearBytes(classBookings, (classes * months) << 3);
  clearBytes(rampedAt, (classes * months) << 3);
  clearBytes(headcountChange, (classes * (months + 1)) << 3);
  clearBytes(classYears, (classes * years * YEAR_F) << 3);
}

/** The plan's row of the trial, by which its distributions are known exactly. */
export function keepTrial(row: i32): void {
  for (let month = 0; month < months; month++) {
    setF64(outBookings, row * months + month, f64At(groupBookings, month));
    setU16(outHeadcount, row * months + month, toInt(f64At(planHeadcount, month)));
    setF64(outRamped, row * months + month, f64At(planRamped, month));
  }
  let leavers: number = 0;
  let starters: number = 0;
  for (let year = 0; year < years; year++) {
    const cell = year * YEAR_F;
    leavers += f64At(groupYears, cell + YEAR_LEAVERS);
    starters += f64At(groupYears, cell + YEAR_STARTERS);
    setF64(outCost, row * years + year, f64At(groupYears, cell + YEAR_COST));
    setF64(outVacancy, row * years + year, f64At(groupYears, cell + YEAR_VACANCY));
    setI32(outWithQuota, row * years + year, toInt(f64At(groupYears, cell + YEAR_WITH_QUOTA)));
    setI32(outAtQuota, row * years + year, toInt(f64At(groupYears, cell + YEAR_AT_QUOTA)));
  }
  setI32(outLeavers, row, toInt(leavers));
  setI32(outStarters, row, toInt(starters));
  setF64(outLargest, row, largestDeal);
  setI32(outDeals, row, dealCount);
  let market: number = 0;
  for (let quarter = 0; quarter < quarters; quarter++) market += f64At(marketAt, quarter);
  setF64(outMarket, row, market / quarters);
}

/** Adds the trial's groups to the block's sums, hits and sketches. */
export function keepGroups(row: i32): void {
  for (let group = 0; group < groups; group++) {
    keepBookings(group, row);
    for (let year = 0; year < years; year++) keepYear(group, year, row);
  }
}

function keepBookings(group: i32, row: i32): void {
  let quarterSum: number = 0;
  let yearSum: number = 0;
  for (let month = 0; month < months; month++) {
    const booked = f64At(groupBookings, group * months + month);
    keepPeriod(group, month, booked, GROUP_MONTH_FLOOR, row);
    quarterSum += booked;
    const quarter = i32At(quarterOfMonth, month);
    if (month + 1 < i32At(quarterStart, quarter + 1)) continue;
    keepPeriod(group, months + quarter, quarterSum, GROUP_QUARTER_FLOOR, row);
    yearSum += quarterSum;
    quarterSum = 0;
    const year = i32At(yearOfQuarter, quarter);
    if (quarter + 1 < quarters && i32At(yearOfQuarter, quarter + 1) === year) continue;
    keepPeriod(group, months + quarters + year, yearSum, GROUP_YEAR_FLOOR, row);
    yearSum = 0;
  }
}

function keepPeriod(group: i32, period: i32, booked: number, floor: i32, row: i32): void {
  const periods = months + quarters + years;
  addF64(outGroupMoments, (group * periods + period) * 2, booked);
  addF64(outGroupMoments, (group * periods + period) * 2 + 1, booked * booked);
  const firstSketch = i32At(groupWords, group * GROUP_I + GROUP_FIRST_SKETCH);
  if (period >= firstSketch) {
    const sketch = i32At(groupWords, group * GROUP_I + GROUP_SKETCH) + period - firstSketch;
    const bin = sketchBin(booked, i32At(groupWords, group * GROUP_I + floor));
    setU8(outGroupSketches, sketch * BLOCK_TRIALS + row, bin);
  }
  if (period < months) return;
  const target = group * (quarters + years) + period - months;
  if (booked >= f64At(groupTargets, target)) addI32(outGroupHits, target, 1);
}

function keepYear(group: i32, year: i32, row: i32): void {
  const cell = (group * years + year) * YEAR_F;
  const costFloor = i32At(groupWords, group * GROUP_I + GROUP_COST_FLOOR);
  const countFloor = i32At(groupWords, group * GROUP_I + GROUP_COUNT_FLOOR);
  let booked: number = 0;
  let counted = 0;
  for (let month = 0; month < months; month++) {
    if (i32At(yearOfQuarter, i32At(quarterOfMonth, month)) !== year) continue;
    booked += f64At(groupBookings, group * months + month);
    counted++;
  }
  const cost = f64At(groupYears, cell + YEAR_COST);
  const quota = f64At(groupYears, cell + YEAR_QUOTA);
  const withQuota = f64At(groupYears, cell + YEAR_WITH_QUOTA);
  const atQuota = f64At(groupYears, cell + YEAR_AT_QUOTA);
  const first = (group * years + year) * MEASURES;
  // where no seat had a quota there is no attainment, and that of a few days would mean nothing
  if (withQuota > 0) {
    const attainment: number = booked / quota;
    const share: number = atQuota / withQuota;
    keepMeasure(first + MEASURE_ATTAINMENT, attainment, sketchBin(attainment, SHARE_FLOOR), row);
    keepMeasure(first + MEASURE_SHARE_AT_QUOTA, share, sketchBin(share, SHARE_FLOOR), row);
  } else {
    setU8(outMeasureSketches, (first + MEASURE_ATTAINMENT) * BLOCK_TRIALS + row, NO_BIN);
    setU8(outMeasureSketches, (first + MEASURE_SHARE_AT_QUOTA) * BLOCK_TRIALS + row, NO_BIN);
  }
  keepMeasure(first + MEASURE_COST, cost, sketchBin(cost, costFloor), row);
  const contribution: number = booked * f64At(settingsAt, GROSS_MARGIN) - cost;
  keepMeasure(first + MEASURE_CONTRIBUTION, contribution, signedBin(contribution, costFloor >> 1), row);
  keepCount(first + MEASURE_LEAVERS, f64At(groupYears, cell + YEAR_LEAVERS), countFloor, row);
  keepCount(first + MEASURE_VACANCY, f64At(groupYears, cell + YEAR_VACANCY), countFloor, row);
  keepCount(first + MEASURE_HEADCOUNT, f64At(groupYears, cell + YEAR_HEADCOUNT), countFloor, row);
  keepCount(first + MEASURE_RAMPED, f64At(groupYears, cell + YEAR_RAMPED) / counted, countFloor, row);
  keepCount(first + MEASURE_AT_QUOTA, atQuota, countFloor, row);
}

function keepCount(place: i32, value: number, floor: i32, row: i32): void {
  keepMeasure(place, value, sketchBin(value, floor), row);
}

function keepMeasure(place: i32, value: number, bin: i32, row: i32): void {
  addF64(outMeasureMoments, 2 * place, value);
  addF64(outMeasureMoments, 2 * place + 1, value * value);
  setU8(outMeasureSketches, place * BLOCK_TRIALS + row, bin);
}
