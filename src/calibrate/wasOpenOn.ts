import type { Opportunity } from '../model/history';

/** Whether an opportunity was open when that day began: created before, if known, and not decided before. */
export const wasOpenOn = ({ outcome, created, closed }: Opportunity, day: string): boolean =>
  (created === undefined ? outcome === 'open' : created < day) &&
  (outcome === 'open' || (closed !== undefined && closed >= day));
