/** What a trial comes to for the plan and each region, manager, territory and role; kept as sums, squares and sketches. */
import { addF64, addI32, f64At, i32At, setF64, setI32, setU16, setU8, toInt } from './memory';
import { dealCount, largestDeal } from './deals';
import * as image from './image';
import * as field from './records';
import { signedBin, sketchBin } from './sketch';

/** The plan's row of the trial, by which its distributions are known exactly. */
export function keepTrial(row: i32): void {
  for (let month = 0; month < image.months; month++) {
    setF64(image.outBookings, row * image.months + month, f64At(image.groupBookings, month));
    setU16(image.outHeadcount, row * image.months + month, toInt(f64At(image.planHeadcount, month)));
    setF64(image.outRamped, row * image.months + month, f64At(image.planRamped, month));
  }
  let leavers: number = 0;
  let starters: number = 0;
  for (let year = 0; year < image.years; year++) {
    const cell = year * field.YEAR_F;
    leavers += f64At(image.groupYears, cell + field.YEAR_LEAVERS);
    starters += f64At(image.groupYears, cell + field.YEAR_STARTERS);
    setF64(image.outCost, row * image.years + year, f64At(image.groupYears, cell + field.YEAR_COST));
    setF64(image.outVacancy, row * image.years + year, f64At(image.groupYears, cell + field.YEAR_VACANCY));
    setI32(
      image.outWithQuota,
      row * image.years + year,
      toInt(f64At(image.groupYears, cell + field.YEAR_WITH_QUOTA)),
    );
    setI32(
      image.outAtQuota,
      row * image.years + year,
      toInt(f64At(image.groupYears, cell + field.YEAR_AT_QUOTA)),
    );
  }
  setI32(image.outLeavers, row, toInt(leavers));
  setI32(image.outStarters, row, toInt(starters));
  setF64(image.outLargest, row, largestDeal);
  setI32(image.outDeals, row, dealCount);
  let market: number = 0;
  for (let quarter = 0; quarter < image.quarters; quarter++) market += f64At(image.marketAt, quarter);
  setF64(image.outMarket, row, market / image.quarters);
}

/** Adds the trial's groups to the block's sums, hits and sketches. */
export function keepGroups(row: i32): void {
  for (let group = 0; group < image.groups; group++) {
    keepBookings(group, row);
    for (let year = 0; year < image.years; year++) keepYear(group, year, row);
  }
}

function keepBookings(group: i32, row: i32): void {
  const bookings = image.groupBookings + ((group * image.months) << 3);
  const periods = image.months + image.quarters + image.years;
  const moments = image.outGroupMoments + ((group * periods) << 4);
  const words = image.groupWords + ((group * field.GROUP_I) << 2);
  const first = i32At(words, field.GROUP_SKETCH) - i32At(words, field.GROUP_FIRST_SKETCH);
  // where its periods' sketches lie, had all of them one: quarters and years do, months of some groups
  const sketches = image.outGroupSketches + first * field.BLOCK_TRIALS + row;
  const hasMonths = i32At(words, field.GROUP_FIRST_SKETCH) === 0;
  const monthFloor = i32At(words, field.GROUP_MONTH_FLOOR);
  const quarterFloor = i32At(words, field.GROUP_QUARTER_FLOOR);
  let yearSum: number = 0;
  let month = 0;
  for (let quarter = 0; quarter < image.quarters; quarter++) {
    let quarterSum: number = 0;
    for (const end = i32At(image.quarterStart, quarter + 1); month < end; month++) {
      const booked = f64At(bookings, month);
      keepMoments(moments + (month << 4), booked);
      if (hasMonths) setU8(sketches, month * field.BLOCK_TRIALS, sketchBin(booked, monthFloor));
      quarterSum += booked;
    }
    keepPeriod(group, quarter, quarterSum, quarterFloor, moments, sketches);
    yearSum += quarterSum;
    const year = i32At(image.yearOfQuarter, quarter);
    if (quarter + 1 < image.quarters && i32At(image.yearOfQuarter, quarter + 1) === year) continue;
    const yearFloor = i32At(words, field.GROUP_YEAR_FLOOR);
    keepPeriod(group, image.quarters + year, yearSum, yearFloor, moments, sketches);
    yearSum = 0;
  }
}

/** A quarter, or after them all a year, of the group. */
function keepPeriod(group: i32, period: i32, booked: number, floor: i32, moments: i32, sketches: i32): void {
  keepMoments(moments + ((image.months + period) << 4), booked);
  setU8(sketches, (image.months + period) * field.BLOCK_TRIALS, sketchBin(booked, floor));
  const target = group * (image.quarters + image.years) + period;
  if (booked >= f64At(image.groupTargets, target)) addI32(image.outGroupHits, target, 1);
}

function keepMoments(at: i32, value: number): void {
  addF64(at, 0, value);
  addF64(at, 1, value * value);
}

function keepYear(group: i32, year: i32, row: i32): void {
  const cell = image.groupYears + (((group * image.years + year) * field.YEAR_F) << 3);
  const words = image.groupWords + ((group * field.GROUP_I) << 2);
  const costFloor = i32At(words, field.GROUP_COST_FLOOR);
  const countFloor = i32At(words, field.GROUP_COUNT_FLOOR);
  const bookings = image.groupBookings + ((group * image.months) << 3);
  let booked: number = 0;
  let counted = 0;
  for (let quarter = 0; quarter < image.quarters; quarter++) {
    if (i32At(image.yearOfQuarter, quarter) !== year) continue;
    const end = i32At(image.quarterStart, quarter + 1);
    for (let month = i32At(image.quarterStart, quarter); month < end; month++) {
      booked += f64At(bookings, month);
      counted++;
    }
  }
  const cost = f64At(cell, field.YEAR_COST);
  const quota = f64At(cell, field.YEAR_QUOTA);
  const withQuota = f64At(cell, field.YEAR_WITH_QUOTA);
  const atQuota = f64At(cell, field.YEAR_AT_QUOTA);
  const first = (group * image.years + year) * field.MEASURES;
  // where no seat had a quota there is no attainment, and that of a few days would mean nothing
  if (withQuota > 0) {
    const attainment: number = booked / quota;
    const share: number = atQuota / withQuota;
    keepMeasure(first + field.MEASURE_ATTAINMENT, attainment, sketchBin(attainment, field.SHARE_FLOOR), row);
    keepMeasure(first + field.MEASURE_SHARE_AT_QUOTA, share, sketchBin(share, field.SHARE_FLOOR), row);
  } else {
    setU8(
      image.outMeasureSketches,
      (first + field.MEASURE_ATTAINMENT) * field.BLOCK_TRIALS + row,
      field.NO_BIN,
    );
    setU8(
      image.outMeasureSketches,
      (first + field.MEASURE_SHARE_AT_QUOTA) * field.BLOCK_TRIALS + row,
      field.NO_BIN,
    );
  }
  keepMeasure(first + field.MEASURE_COST, cost, sketchBin(cost, costFloor), row);
  const contribution: number = booked * f64At(image.settingsAt, field.GROSS_MARGIN) - cost;
  keepMeasure(first + field.MEASURE_CONTRIBUTION, contribution, signedBin(contribution, costFloor >> 1), row);
  keepCount(first + field.MEASURE_LEAVERS, f64At(cell, field.YEAR_LEAVERS), countFloor, row);
  keepCount(first + field.MEASURE_VACANCY, f64At(cell, field.YEAR_VACANCY), countFloor, row);
  keepCount(first + field.MEASURE_HEADCOUNT, f64At(cell, field.YEAR_HEADCOUNT), countFloor, row);
  keepCount(first + field.MEASURE_RAMPED, f64At(cell, field.YEAR_RAMPED) / counted, countFloor, row);
  keepCount(first + field.MEASURE_AT_QUOTA, atQuota, countFloor, row);
}

function keepCount(place: i32, value: number, floor: i32, row: i32): void {
  keepMeasure(place, value, sketchBin(value, floor), row);
}

function keepMeasure(place: i32, value: number, bin: i32, row: i32): void {
  keepMoments(image.outMeasureMoments + (place << 4), value);
  setU8(image.outMeasureSketches, place * field.BLOCK_TRIALS + row, bin);
}
