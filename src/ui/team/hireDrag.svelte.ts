import { monthsFromStart } from '../../model/calendar';
import { updateSeat } from '../../model/editPlan';
import { occupantDate } from '../../model/occupantDate';
import type { Seat } from '../../model/plan';
import type { IsoDate, SeatId } from '../../model/units';
import type { Session } from '../../state/session.svelte';
import { datedOccupant } from './seatEdits';
import { dayWords } from './seatWords';
import { addDays, addMonths, dateAt, insideHorizon } from './timelineLayout';

/** What a drag looks at of a pointer event. */
type Pointer = Pick<PointerEvent, 'clientX' | 'altKey'>;

/** Moves a planned hire or a transfer along the months, never past the seat's closing. A whole drag, or a key held down, is one step of undo. */
export class HireDrag {
  #grabbed = $state.raw<{ x: number; start: IsoDate; monthWidth: number }>();
  readonly #session: () => Session;
  readonly #seatId: () => SeatId;

  constructor(session: () => Session, seatId: () => SeatId) {
    this.#session = session;
    this.#seatId = seatId;
  }

  get dragging(): boolean {
    return this.#grabbed !== undefined;
  }

  grab(event: PointerEvent & { currentTarget: HTMLElement }): void {
    const start = this.#start();
    const track = event.currentTarget.parentElement;
    if (event.button !== 0 || !start || !track) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const monthWidth = track.clientWidth / this.#session().plan.calendar.months;
    this.#grabbed = { x: event.clientX, start, monthWidth };
    this.#session().editor.endMerge();
  }

  move(event: Pointer): void {
    if (!this.#grabbed) return;
    const { calendar } = this.#session().plan;
    const { x, start, monthWidth } = this.#grabbed;
    const moved = (event.clientX - x) / monthWidth;
    // A click that hardly moves must not snap a start in mid-month to its first.
    if (Math.abs(event.clientX - x) < 3) return this.#set(start);
    this.#set(dateAt(calendar, monthsFromStart(calendar, start) + moved, event.altKey ? 'day' : 'month'));
  }

  drop(): void {
    this.#grabbed = undefined;
    this.#session().editor.endMerge();
  }

  /** Ends the drag as if it had not been. */
  cancel(): void {
    if (!this.#grabbed) return;
    this.#set(this.#grabbed.start);
    this.drop();
  }

  /** Moves by a key; false where the key means nothing here. */
  press(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>): boolean {
    const start = this.#start();
    const { calendar } = this.#session().plan;
    if (!start || event.ctrlKey || event.metaKey) return false;
    if (event.key === 'Escape' && this.#grabbed) this.cancel();
    else if (event.key === 'Home') this.#set(dateAt(calendar, 0, 'month'));
    else if (event.key === 'End') this.#set(dateAt(calendar, calendar.months - 1, 'month'));
    else {
      const months = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -3, PageUp: 3 }[
        event.key
      ];
      if (months === undefined) return false;
      const moved = event.shiftKey ? addDays(start, Math.sign(months) * 7) : addMonths(start, months);
      this.#set(insideHorizon(calendar, moved));
    }
    return true;
  }

  #start(): IsoDate | undefined {
    const seat = this.#seat();
    return seat && seat.occupant.kind !== 'incumbent' ? occupantDate(seat.occupant) : undefined;
  }

  #seat(): Seat | undefined {
    return this.#session().plan.seats.find((each) => each.id === this.#seatId());
  }

  #set(start: IsoDate): void {
    const seat = this.#seat();
    if (!seat || start === this.#start() || (seat.closes !== undefined && start >= seat.closes)) return;
    const { id, name, occupant } = seat;
    this.#session().change(
      `Move the start of ${name} to ${dayWords(start)}`,
      (plan) => updateSeat(plan, id, { occupant: datedOccupant(occupant, start) }),
      { mergeKey: `start of ${id}` },
    );
  }
}
