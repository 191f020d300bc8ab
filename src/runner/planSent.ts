import type { Plan } from '../model/plan';

/** The plan as a worker that simulates gets it: without its accounts, of which no run reads anything and which take long to copy. */
export function planSent(plan: Plan): Plan {
  const { accountBook: _, ...read } = plan;
  return read;
}
