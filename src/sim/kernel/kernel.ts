/**
 * The engine's inner part: trials of a plan that has been laid out in memory (`layout.ts`). Written in what TypeScript
 * and AssemblyScript have in common: run as it is, it is the specification; compiled to WebAssembly, it gives the same
 * bits faster. No objects, no closures, no host maths but the square root and the floor; whole numbers are `i32`, and
 * a variable that holds a fraction says `number`.
 */
import { i32At, setF64 } from './memory';
import { beginDeals, beginMonths, closeSeat, handOnMonths, sells } from './deals';
import { forgetEfforts, layDownEfforts } from './effort';
import { weighCreation, weighManagers } from './factors';
import { addUp, clearClasses, keepGroups, keepTrial } from './groups';
import {
  bindImage,
  classPresence,
  classes,
  coupled,
  covered,
  eventWords,
  managerPresence,
  managers,
  months,
  needsPresence,
  outEvents,
  ownRowAt,
  performance,
  rowAt,
  seatWords,
  seats,
  segmentStart,
  segments,
  sumsAt,
  territories,
  territoryCurvature,
  territoryEffort,
} from './image';
import { beginSeat, forgetStays, liveSeat } from './lives';
import { closeOpen } from './openDeals';
import { SEAT_END_OPPORTUNITY, SEAT_FIRST_OPPORTUNITY, SEAT_I } from './records';
import { judge, settleSeat } from './settle';
import { drawShared } from './shared';

/** Runs trials `first` to `first + trials − 1` of the plan whose header lies there, into its output sections, which must be clear. */
export function runTrials(header: i32, first: i32, trials: i32): void {
  bindImage(header);
  // the sum of no deals, which every running sum is counted from
  setF64(sumsAt, 0, 0);
  clearRows();
  for (let row = 0; row < trials; row++) {
    runTrial(first + row, row);
    addUp();
    keepTrial(row);
    keepGroups(row);
  }
}

function runTrial(trial: i32, row: i32): void {
  clearClasses();
  beginDeals();
  drawShared(trial, outEvents + ((row * eventWords) << 2));
  if (coupled !== 0) runTogether(trial, row);
  else runApart(trial, row);
}

/** Seats that do not answer to one another: each is done with while its figures are at hand. */
function runApart(trial: i32, row: i32): void {
  for (let seat = 0; seat < seats; seat++) {
    forgetStays();
    forgetEfforts();
    beginSeat(trial, seat);
    liveSeat(seat, 0, months);
    layDownEfforts(seat);
    if (sells(seat)) closeMonths(trial, seat, 0, months);
    else clearRows();
    settleSeat(seat, row);
  }
}

/** Seats that do: every step is taken for all of them, over the whole horizon, or quarter by quarter where leaving answers to deals. */
function runTogether(trial: i32, row: i32): void {
  for (let seat = 0; seat < seats; seat++) beginSeat(trial, seat);
  for (let segment = 0; segment < segments; segment++) {
    const from = i32At(segmentStart, segment);
    const to = i32At(segmentStart, segment + 1);
    forgetStays();
    forgetEfforts();
    clearMonths(from, to);
    for (let seat = 0; seat < seats; seat++) liveSeat(seat, from, to);
    if (managers > 0) weighManagers(from, to);
    for (let seat = 0; seat < seats; seat++) layDownEfforts(seat);
    weighCreation(from, to);
    for (let seat = 0; seat < seats; seat++) {
      if (!sells(seat)) continue;
      closeMonths(trial, seat, from, to);
      if (performance !== 0) judge(seat, segment);
    }
  }
  for (let seat = 0; seat < seats; seat++) settleSeat(seat, row);
}

/** Rows are left empty by whoever uses them up. */
function clearRows(): void {
  for (let month = 0; month < months; month++) {
    setF64(rowAt, month, 0);
    setF64(ownRowAt, month, 0);
  }
}

function clearMonths(from: i32, to: i32): void {
  for (let month = from; month < to; month++) {
    if (needsPresence !== 0) {
      for (let each = 0; each < classes; each++) setF64(classPresence, each * months + month, 0);
      for (let manager = 0; manager < managers; manager++)
        setF64(managerPresence, manager * months + month, 0);
    }
    if (covered === 0) continue;
    for (let territory = 0; territory < territories; territory++) {
      setF64(territoryEffort, territory * months + month, 0);
      setF64(territoryCurvature, territory * months + month, 0);
    }
  }
}

/** A seat's deals of those months, its open opportunities among them. */
function closeMonths(trial: i32, seat: i32, from: i32, to: i32): void {
  const words = seat * SEAT_I;
  beginMonths(from, to);
  closeSeat(seat, from, to);
  if (i32At(seatWords, words + SEAT_END_OPPORTUNITY) > i32At(seatWords, words + SEAT_FIRST_OPPORTUNITY))
    closeOpen(trial, seat, from, to);
  handOnMonths(seat, from, to);
}
