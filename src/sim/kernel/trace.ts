/** What a replayed trial tells, in the order in which it comes to pass seat by seat. Off in ordinary runs. */
import { addI32, i32At, setF64, setI32 } from './memory';
import * as image from './image';
import { TRACE_F, TRACE_I } from './records';

/** Notes that something of that kind came to a seat (or an event). Counts on where there is no more room, so that the caller knows. */
export function note(kind: i32, subject: i32, time: number, amount: number): void {
  if (image.mostTraces === 0) return;
  const place = i32At(image.traceCount, 0);
  addI32(image.traceCount, 0, 1);
  if (place >= image.mostTraces) return;
  setI32(image.tracesAt, place * TRACE_I, subject);
  setI32(image.tracesAt, place * TRACE_I + 1, kind);
  setF64(image.traceNumbers, place * TRACE_F, time);
  setF64(image.traceNumbers, place * TRACE_F + 1, amount);
}
