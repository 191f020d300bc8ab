/** A plan, or a part of one, of some version: its fields are not checked yet. */
export type PlanRecord = Readonly<Record<string, unknown>>;

export const isPlanRecord = (value: unknown): value is PlanRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
