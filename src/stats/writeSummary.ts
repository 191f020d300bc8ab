import type { RunSummary } from './summary';
import { writeLevels } from './writeLevels';

/** A run's summary as text of JSON that holds every figure by name, levels and seats among them; ends with a line's end. */
export const writeSummary = (summary: RunSummary): string =>
  `${JSON.stringify({ ...summary, levels: writeLevels(summary.levels) }, null, 2)}\n`;
