import type { EventId, IsoDate, IsoMonth, Money, PeriodId, SeatId } from '../../model/units';

/** Something worth telling of a replayed month. */
export type Moment =
  | {
      readonly kind: 'started';
      readonly seatId: SeatId;
      readonly date: IsoDate;
      /** Days after the planned date, of a planned hire; negative before it. */
      readonly lateDays?: number;
      /** Days for which the seat had been vacant, of a successor. */
      readonly vacantDays?: number;
    }
  | { readonly kind: 'notStarted'; readonly seatId: SeatId; readonly planned: IsoDate }
  | {
      readonly kind: 'left';
      readonly seatId: SeatId;
      readonly date: IsoDate;
      /** Whether it is the seat's first person, whom the seat is named after. */
      readonly first: boolean;
      readonly vacancy: Vacancy;
    }
  | {
      readonly kind: 'moved';
      readonly seatId: SeatId;
      readonly fromSeatId: SeatId;
      readonly date: IsoDate;
      readonly vacancy: Vacancy;
    }
  | { readonly kind: 'reduced'; readonly seatId: SeatId; readonly date: IsoDate }
  | { readonly kind: 'risk'; readonly eventId: EventId; readonly from: IsoMonth; readonly until: IsoMonth }
  /** One of the year's largest deals; `open` where it was open at the plan's start. */
  | {
      readonly kind: 'deal';
      readonly seatId: SeatId;
      readonly amount: number;
      readonly open: boolean;
      /** 1 is the year's largest. */
      readonly rank: number;
    };

/** How long a seat stands empty once somebody has gone: until a day, until the plan's end, or for good. */
export type Vacancy =
  | { readonly kind: 'filled'; readonly days: number; readonly until: IsoDate }
  | { readonly kind: 'stillOpen'; readonly days: number }
  | { readonly kind: 'notReplaced' };

export interface MonthStory {
  readonly month: IsoMonth;
  readonly bookings: number;
  /** From the fiscal year's first month in the plan to this one's end. */
  readonly yearToDate: number;
  /** People at its end. */
  readonly people: number;
  readonly deals: number;
  readonly moments: readonly Moment[];
}

export interface QuarterStory {
  readonly period: PeriodId;
  readonly whole: boolean;
  readonly bookings: number;
  readonly target?: Money;
  readonly months: readonly MonthStory[];
}

export interface YearStory {
  readonly period: PeriodId;
  readonly whole: boolean;
  readonly bookings: number;
  readonly target?: Money;
  readonly cost: number;
  /** Seats at their quota, of those that had one and were filled a month or more. */
  readonly atQuota: number;
  readonly withQuota: number;
  readonly vacancyMonths: number;
  readonly deals: number;
  readonly starters: number;
  readonly leavers: number;
  readonly quarters: readonly QuarterStory[];
}

/** A simulated course of the plan, told: the same trial as in its run. */
export interface Story {
  readonly trial: number;
  readonly years: readonly YearStory[];
}
