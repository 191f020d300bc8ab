import type { Plan } from '../model/plan';
import { compilePlan, type RunInput } from './compilePlan';
import { orderSeats } from './compileSeats';
import { HEADER_ADDRESS } from './imageBuilder';
import type { Kernel } from './kernelHost';
import * as layout from './kernel/layout';
import * as field from './kernel/records';
import { loadInput, outputAt } from './loadInput';
import { columnsOf, ROWS, ROW_NAMES } from './outcome';
import type { Replay, ReplayEvent, TrialRow } from './replay';

/** Room for events at first; a trial that tells more is run once more with as much as it needs. */
const FIRST_ROOM = 4096;

/**
 * Runs one trial by its number and tells what came to pass: the same trial, bit for bit, as in any run of the plan. Cost:
 * that of compiling the plan, once or twice.
 */
export function replayTrial(kernel: Kernel, plan: Plan, trial: number): Replay {
  let room = FIRST_ROOM;
  for (;;) {
    const input = compilePlan(plan, { traces: room });
    loadInput(kernel, input);
    const { image } = input;
    new Uint8Array(kernel.memory, image.outputStart, image.size - image.outputStart).fill(0);
    kernel.runTrials(HEADER_ADDRESS, trial, 1);
    const told = new Int32Array(kernel.memory, outputAt(input, layout.TRACE_COUNT), 1)[0] ?? 0;
    if (told <= room)
      return { trial, events: readEvents(kernel, input, plan, told), row: readRow(kernel, input) };
    room = told;
  }
}

function readRow(kernel: Kernel, input: RunInput): TrialRow {
  const rows = ROW_NAMES.map((name) => {
    const { slot, array } = ROWS[name];
    return [name, new array(kernel.memory, outputAt(input, slot), columnsOf(name, input.shape)).slice()];
  });
  return Object.fromEntries(rows) as TrialRow;
}

function readEvents(kernel: Kernel, input: RunInput, plan: Plan, count: number): ReplayEvent[] {
  const words = new Int32Array(kernel.memory, outputAt(input, layout.TRACES), count * field.TRACE_I);
  const numbers = new Float64Array(
    kernel.memory,
    outputAt(input, layout.TRACE_NUMBERS),
    count * field.TRACE_F,
  );
  const seats = orderSeats(plan).map(({ seat }) => seat.id);
  const seatAt = (place: number) => {
    const id = seats[place];
    if (id === undefined) throw new Error(`a trace must be of one of ${seats.length} seats, got ${place}`);
    return id;
  };
  const events = Array.from({ length: count }, (_, index): ReplayEvent => {
    const subject = words[index * field.TRACE_I] ?? -1;
    const kind = words[index * field.TRACE_I + 1] ?? -1;
    const month = numbers[index * field.TRACE_F] ?? 0;
    const amount = numbers[index * field.TRACE_F + 1] ?? 0;
    switch (kind) {
      case field.STARTED:
        return { kind: 'started', month, seatId: seatAt(subject) };
      case field.LEFT:
        return { kind: 'left', month, seatId: seatAt(subject) };
      case field.MOVED:
        return { kind: 'moved', month, seatId: seatAt(subject), fromSeatId: seatAt(amount) };
      case field.REDUCED:
        return { kind: 'reduced', month, seatId: seatAt(subject) };
      case field.HAPPENED: {
        const event = plan.events[subject];
        if (!event) throw new Error(`a trace must be of one of ${plan.events.length} events, got ${subject}`);
        return { kind: 'happened', month, eventId: event.id, until: amount - 1 };
      }
      case field.DEAL:
        return { kind: 'deal', month, seatId: seatAt(subject), amount };
      case field.WON_OPEN:
        return { kind: 'wonOpen', month, seatId: seatAt(subject), amount };
      default:
        throw new Error(`a trace must be of a known kind, got ${kind}`);
    }
  });
  return events.sort((a, b) => a.month - b.month);
}
