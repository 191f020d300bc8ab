/** When a person leaves: the accumulated hazard by tenure, and its inverse. Bands are where the hazard a month changes. */
import { f64At, toInt } from './memory';
import { roleWord } from './fields';
import * as image from './image';
import * as field from './records';

/** The last band that begins at or before that tenure. */
function bandOf(bands: i32, count: i32, tenure: number): i32 {
  let band = 0;
  while (band + 1 < count && f64At(bands, (band + 1) * field.BAND_F) <= tenure) band++;
  return band;
}

/** Hazard accumulated from joining to that tenure, in months. */
export function accumulatedHazard(role: i32, tenure: number): number {
  const bands = roleWord(role, field.ROLE_BANDS);
  const band = bandOf(bands, roleWord(role, field.ROLE_BAND_COUNT), tenure) * field.BAND_F;
  return f64At(bands, band + 1) + f64At(bands, band + 2) * (tenure - f64At(bands, band));
}

/**
 * When somebody hired at `hired` leaves who is there at `from` and survives a further hazard of `need`: a person who
 * was there before is taken up at the tenure of that day (delayed entry). Infinity for never.
 */
export function leavingTime(role: i32, hired: number, from: number, need: number): number {
  const bands = roleWord(role, field.ROLE_BANDS);
  const count = roleWord(role, field.ROLE_BAND_COUNT);
  if (count === 1) {
    const force = f64At(bands, 2);
    return force > 0 ? from + need / force : Infinity;
  }
  let band = bandOf(bands, count, from - hired);
  let at = from;
  let rest = need;
  for (; band + 1 < count; band++) {
    const end: number = hired + f64At(bands, (band + 1) * field.BAND_F);
    const force = f64At(bands, band * field.BAND_F + 2);
    if (rest <= force * (end - at)) return at + rest / force;
    rest -= force * (end - at);
    at = end;
  }
  const force = f64At(bands, band * field.BAND_F + 2);
  return force > 0 ? at + rest / force : Infinity;
}

/** What is left of `need` where `changingLeavingTime` found no leaving up to `to`. */
export let needLeft: number = 0;

/** The same up to the time `to`, with a class's factors by month and the person's own; Infinity where the person is still there. */
export function changingLeavingTime(
  role: i32,
  each: i32,
  hired: number,
  from: number,
  to: number,
  need: number,
  behind: number,
): number {
  const bands = roleWord(role, field.ROLE_BANDS);
  const count = roleWord(role, field.ROLE_BAND_COUNT);
  let band = bandOf(bands, count, from - hired);
  let at = from;
  let rest = need;
  while (at < to) {
    const month = toInt(at);
    let end: number = month + 1 < to ? month + 1 : to;
    if (band + 1 < count) {
      const bandEnd: number = hired + f64At(bands, (band + 1) * field.BAND_F);
      if (bandEnd <= at) {
        band++;
        continue;
      }
      if (bandEnd < end) end = bandEnd;
    }
    let force: number = f64At(bands, band * field.BAND_F + 2) * behind;
    if (image.changingHazard !== 0) force *= f64At(image.hazardFactors, each * image.months + month);
    if (force > 0 && rest <= force * (end - at)) return at + rest / force;
    rest -= force * (end - at);
    at = end;
  }
  needLeft = rest;
  return Infinity;
}

/** Whether hazards change within a trial. */
export function hazardChanges(): boolean {
  return image.changingHazard !== 0 || image.performance !== 0;
}
