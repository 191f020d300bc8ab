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
  let quarterSum: number = 0;
  let yearSum: number = 0;
  for (let month = 0; month < image.months; month++) {
    const booked = f64At(image.groupBookings, group * image.months + month);
    keepPeriod(group, month, booked, field.GROUP_MONTH_FLOOR, row);
    quarterSum += booked;
    const quarter = i32At(image.quarterOfMonth, month);
    if (month + 1 < i32At(image.quarterStart, quarter + 1)) continue;
    keepPeriod(group, image.months + quarter, quarterSum, field.GROUP_QUARTER_FLOOR, row);
    yearSum += quarterSum;
    quarterSum = 0;
    const year = i32At(image.yearOfQuarter, quarter);
    if (quarter + 1 < image.quarters && i32At(image.yearOfQuarter, quarter + 1) === year) continue;
    keepPeriod(group, image.months + image.quarters + year, yearSum, field.GROUP_YEAR_FLOOR, row);
    yearSum = 0;
  }
}

function keepPeriod(group: i32, period: i32, booked: number, floor: i32, row: i32): void {
  const periods = image.months + image.quarters + image.years;
  addF64(image.outGroupMoments, (group * periods + period) * 2, booked);
  addF64(image.outGroupMoments, (group * periods + period) * 2 + 1, booked * booked);
  const firstSketch = i32At(image.groupWords, group * field.GROUP_I + field.GROUP_FIRST_SKETCH);
  if (period >= firstSketch) {
    const sketch = i32At(image.groupWords, group * field.GROUP_I + field.GROUP_SKETCH) + period - firstSketch;
    const bin = sketchBin(booked, i32At(image.groupWords, group * field.GROUP_I + floor));
    setU8(image.outGroupSketches, sketch * field.BLOCK_TRIALS + row, bin);
  }
  if (period < image.months) return;
  const target = group * (image.quarters + image.years) + period - image.months;
  if (booked >= f64At(image.groupTargets, target)) addI32(image.outGroupHits, target, 1);
}

function keepYear(group: i32, year: i32, row: i32): void {
  const cell = (group * image.years + year) * field.YEAR_F;
  const costFloor = i32At(image.groupWords, group * field.GROUP_I + field.GROUP_COST_FLOOR);
  const countFloor = i32At(image.groupWords, group * field.GROUP_I + field.GROUP_COUNT_FLOOR);
  let booked: number = 0;
  let counted = 0;
  for (let month = 0; month < image.months; month++) {
    if (i32At(image.yearOfQuarter, i32At(image.quarterOfMonth, month)) !== year) continue;
    booked += f64At(image.groupBookings, group * image.months + month);
    counted++;
  }
  const cost = f64At(image.groupYears, cell + field.YEAR_COST);
  const quota = f64At(image.groupYears, cell + field.YEAR_QUOTA);
  const withQuota = f64At(image.groupYears, cell + field.YEAR_WITH_QUOTA);
  const atQuota = f64At(image.groupYears, cell + field.YEAR_AT_QUOTA);
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
  keepCount(
    first + field.MEASURE_LEAVERS,
    f64At(image.groupYears, cell + field.YEAR_LEAVERS),
    countFloor,
    row,
  );
  keepCount(
    first + field.MEASURE_VACANCY,
    f64At(image.groupYears, cell + field.YEAR_VACANCY),
    countFloor,
    row,
  );
  keepCount(
    first + field.MEASURE_HEADCOUNT,
    f64At(image.groupYears, cell + field.YEAR_HEADCOUNT),
    countFloor,
    row,
  );
  keepCount(
    first + field.MEASURE_RAMPED,
    f64At(image.groupYears, cell + field.YEAR_RAMPED) / counted,
    countFloor,
    row,
  );
  keepCount(first + field.MEASURE_AT_QUOTA, atQuota, countFloor, row);
}

function keepCount(place: i32, value: number, floor: i32, row: i32): void {
  keepMeasure(place, value, sketchBin(value, floor), row);
}

function keepMeasure(place: i32, value: number, bin: i32, row: i32): void {
  addF64(image.outMeasureMoments, 2 * place, value);
  addF64(image.outMeasureMoments, 2 * place + 1, value * value);
  setU8(image.outMeasureSketches, place * field.BLOCK_TRIALS + row, bin);
}
