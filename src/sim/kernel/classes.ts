/** Classes: seats alike in role, manager, region and territory, and what they add up to. */
import { addF64, clearBytes, f64At, i32At, setF64 } from './memory';
import { classWord, roleWord } from './fields';
import * as image from './image';
import * as field from './records';

const ROLE_LEVEL: i32 = 4;

/** Begins a trial: nothing in any class. */
export function clearClasses(): void {
  clearBytes(image.classBookings, (image.classes * image.months) << 3);
  clearBytes(image.rampedAt, (image.classes * image.months) << 3);
  clearBytes(image.headcountChange, (image.classes * (image.months + 1)) << 3);
  clearBytes(image.classYears, (image.classes * image.years * field.YEAR_F) << 3);
}

/** Adds the trial's classes up into the groups below the plan, and the roles, of which every seat has one, up into the plan. */
export function addUp(): void {
  clearBytes(image.groupBookings, (image.groups * image.months) << 3);
  clearBytes(image.groupYears, (image.groups * image.years * field.YEAR_F) << 3);
  clearBytes(image.planHeadcount, image.months << 3);
  clearBytes(image.planRamped, image.months << 3);
  const first = image.planAlone !== 0 ? ROLE_LEVEL : 1;
  for (let each = 0; each < image.classes; each++) {
    addPeople(each);
    for (let level = first; level < field.LEVELS; level++) {
      const group = i32At(image.classGroups, each * field.LEVELS + level);
      if (group >= 0) addTo(group, image.classBookings, image.classYears, each);
    }
  }
  for (let role = image.groups - image.roles; role < image.groups; role++)
    addTo(0, image.groupBookings, image.groupYears, role);
}

/** People and ramped equivalents of a class: by month for the plan, and by year for all. */
function addPeople(each: i32): void {
  const role = classWord(each, field.CLASS_ROLE);
  const selling = roleWord(role, field.ROLE_WORK) === field.SELLS;
  const ramps = image.rampedAt + ((each * image.months) << 3);
  const changes = image.headcountChange + ((each * (image.months + 1)) << 3);
  const planHeadcount = image.planHeadcount;
  const planRamped = image.planRamped;
  let people: number = 0;
  let month = 0;
  for (let quarter = 0; quarter < image.quarters; quarter++) {
    const end = i32At(image.quarterStart, quarter + 1);
    let ramped: number = 0;
    do {
      people += f64At(changes, month);
      addF64(planHeadcount, month, people);
      if (selling) {
        const there = f64At(ramps, month);
        ramped += there;
        addF64(planRamped, month, there);
      }
      month++;
    } while (month < end);
    const year = each * image.years + i32At(image.yearOfQuarter, quarter);
    const cell = image.classYears + ((year * field.YEAR_F) << 3);
    setF64(cell, field.YEAR_HEADCOUNT, people);
    addF64(cell, field.YEAR_RAMPED, ramped);
  }
}

/** Adds one row of bookings and years to a group's. */
function addTo(group: i32, bookings: i32, yearly: i32, from: i32): void {
  const months = image.months;
  addRow(image.groupBookings + ((group * months) << 3), bookings + ((from * months) << 3), months);
  const cells = image.years * field.YEAR_F;
  addRow(image.groupYears + ((group * cells) << 3), yearly + ((from * cells) << 3), cells);
}

function addRow(to: i32, from: i32, count: i32): void {
  let i = 0;
  do {
    addF64(to, i, f64At(from, i));
    i++;
  } while (i < count);
}
