import type { Plan } from '../model/plan';

/** What the simulation reads nothing of: accounts come into it as the sums that are their territories' when a split is applied. */
const UNREAD: readonly (keyof Plan)[] = ['accountBook'];

/** Whether a run of one plan is a run of the other: they share everything but what the simulation does not read. */
export const drawsAlike = (one: Plan, other: Plan): boolean =>
  (Object.keys({ ...one, ...other }) as (keyof Plan)[]).every(
    (field) => UNREAD.includes(field) || one[field] === other[field],
  );
