import type { YearQuotas } from '../../model/allocateQuota';
import { overAssignments } from '../../model/overAssignments';
import type { QuotaPolicy } from '../../model/plan';
import type { Money } from '../../model/units';

export interface QuotaLayerLine {
  readonly layer: keyof QuotaPolicy['overAssignment'];
  /** How many members of it have a quota. */
  readonly members: number;
  readonly quota: Money;
  /** Its sum ÷ the layer above; absent where there is no target to compare with. */
  readonly over?: number;
  /** What falls to seats that are in none of its members. */
  readonly inNone: Money;
}

/** The layers from the target down, each with its sum and how much more that is than the layer above. */
export function quotaLayers(quotas: YearQuotas): QuotaLayerLine[] {
  const over = overAssignments(quotas);
  return (['regions', 'managers', 'seats'] as const).map((layer) => ({
    layer,
    members: quotas[layer].byId.size,
    quota: quotas[layer].total,
    ...(over[layer] !== undefined && { over: over[layer] }),
    inNone: quotas[layer].unassigned,
  }));
}

/** A ratio as people in sales write it: `1.05`, with a third decimal where it has one. */
export const formatRatio = (ratio: number): string =>
  ratio.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 3 });
