import type { Plan } from '../model/plan';
import { BLOCK_TRIALS } from '../sim/outcome';

export interface SampleChunk {
  readonly first: number;
  readonly trials: number;
}

/** Cuts a sample into pieces of whole blocks that come to about so many seat-months each, one block at least. */
export function sampleChunks(plan: Plan, trials: number, seatMonths: number): SampleChunk[] {
  const ofBlock = BLOCK_TRIALS * Math.max(1, plan.seats.length) * plan.calendar.months;
  const size = BLOCK_TRIALS * Math.max(1, Math.floor(seatMonths / ofBlock));
  const chunks: SampleChunk[] = [];
  for (let first = 0; first < trials; first += size)
    chunks.push({ first, trials: Math.min(size, trials - first) });
  return chunks;
}
