/**
 * The engine's inner part: trials of a plan that has been laid out in memory (`layout.ts`). Written in what TypeScript
 * and AssemblyScript have in common: run as it is, it is the specification; compiled to WebAssembly, it gives the same
 * bits faster. No objects, no closures, no host maths but the square root and the floor; whole numbers are `i32`, and
 * a variable that holds a fraction says `number`.
 */
import { i32At, setF64 } from './memory';
import { beginSeat } from './beginSeat';
import { addUp, clearClasses } from './classes';
import { beginDeals, closeSeat, sells } from './deals';
import { forgetEfforts, layDownEfforts } from './effort';
import { weighCreation, weighManagers } from './factors';
import { keepGroups, keepTrial } from './groups';
import * as image from './image';
import { liveSeat } from './lives';
import { closeOpen } from './openDeals';
import { SEAT_END_OPPORTUNITY, SEAT_FIRST_OPPORTUNITY, SEAT_I } from './records';
import { beginMonths, handOnMonths } from './seatMonths';
import { judge, settleSeat } from './settle';
import { drawShared } from './shared';
import { forgetStays } from './stays';

/** Runs trials `first` to `first + trials − 1` of the plan whose header lies there, into its output sections, which must be clear. */
export function runTrials(header: i32, first: i32, trials: i32): void {
  image.bindImage(header);
  // the sum of no deals, which every running sum is counted from
  setF64(image.sumsAt, 0, 0);
  clearRows();
  for (let row = 0; row < trials; row++) {
    runTrial(first + row, row);
    addUp();
    keepTrial(row);
    if (image.planAlone === 0) keepGroups(row);
  }
}

function runTrial(trial: i32, row: i32): void {
  clearClasses();
  beginDeals();
  drawShared(trial, image.outEvents + ((row * image.eventWords) << 2));
  if (image.coupled !== 0) runTogether(trial, row);
  else runApart(trial, row);
}

/** Seats that do not answer to one another: each is done with while its figures are at hand. */
function runApart(trial: i32, row: i32): void {
  for (let seat = 0; seat < image.seats; seat++) {
    forgetStays();
    forgetEfforts();
    beginSeat(trial, seat);
    liveSeat(seat, 0, image.months);
    layDownEfforts(seat);
    if (sells(seat)) closeMonths(trial, seat, 0, image.months);
    else clearRows();
    settleSeat(seat, row);
  }
}

/** Seats that do: every step is taken for all of them, over the whole horizon, or quarter by quarter where leaving answers to deals. */
function runTogether(trial: i32, row: i32): void {
  for (let seat = 0; seat < image.seats; seat++) beginSeat(trial, seat);
  for (let segment = 0; segment < image.segments; segment++) {
    const from = i32At(image.segmentStart, segment);
    const to = i32At(image.segmentStart, segment + 1);
    forgetStays();
    forgetEfforts();
    clearMonths(from, to);
    for (let seat = 0; seat < image.seats; seat++) liveSeat(seat, from, to);
    if (image.managers > 0) weighManagers(from, to);
    for (let seat = 0; seat < image.seats; seat++) layDownEfforts(seat);
    weighCreation(from, to);
    for (let seat = 0; seat < image.seats; seat++) {
      if (!sells(seat)) continue;
      closeMonths(trial, seat, from, to);
      if (image.performance !== 0) judge(seat, segment);
    }
  }
  for (let seat = 0; seat < image.seats; seat++) settleSeat(seat, row);
}

/** Rows are left empty by whoever uses them up. */
function clearRows(): void {
  for (let month = 0; month < image.months; month++) {
    setF64(image.rowAt, month, 0);
    setF64(image.ownRowAt, month, 0);
  }
}

function clearMonths(from: i32, to: i32): void {
  for (let month = from; month < to; month++) {
    if (image.needsPresence !== 0) {
      for (let each = 0; each < image.classes; each++)
        setF64(image.classPresence, each * image.months + month, 0);
      for (let manager = 0; manager < image.managers; manager++)
        setF64(image.managerPresence, manager * image.months + month, 0);
    }
    if (image.covered === 0) continue;
    for (let territory = 0; territory < image.territories; territory++) {
      setF64(image.territoryEffort, territory * image.months + month, 0);
      setF64(image.territoryCurvature, territory * image.months + month, 0);
    }
  }
}

/** A seat's deals of those months, its open opportunities among them. */
function closeMonths(trial: i32, seat: i32, from: i32, to: i32): void {
  const words = seat * SEAT_I;
  beginMonths(from, to);
  closeSeat(seat, from, to);
  if (
    i32At(image.seatWords, words + SEAT_END_OPPORTUNITY) >
    i32At(image.seatWords, words + SEAT_FIRST_OPPORTUNITY)
  )
    closeOpen(trial, seat, from, to);
  handOnMonths(seat, from, to);
}
