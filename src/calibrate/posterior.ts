import { segmentDefaults, type Segment } from '../model/segmentDefaults';
import { gammaQuantile } from './gammaFunctions';
import { fitGammaPrior, type FittedPrior } from './fitGammaPrior';
import { roundFigure } from './roundFigure';
import type { SellerRecord } from './sellerRecords';

/** A gamma of won deals in an average month (season's weight one). */
export interface DealRate {
  readonly shape: number;
  readonly rate: number;
}

/** Below this many sellers their differences cannot be told from chance. */
const LEAST_SELLERS = 3;

/**
 * The prior of the sellers' won deals per month: fitted to them (`fitGammaPrior`); of fewer than three its mean is
 * theirs and its spread the segment default's skill. Undefined where nothing was won in the window.
 */
export function makePrior(
  records: readonly SellerRecord[],
  segment: Segment,
): (FittedPrior & { fitted: boolean }) | undefined {
  const exposures = records
    .map(({ sizes, averageMonths }) => ({ count: sizes.length, months: averageMonths }))
    .filter(({ months }) => months > 0);
  const fitted = exposures.length < LEAST_SELLERS ? undefined : fitGammaPrior(exposures);
  if (fitted !== undefined)
    return { shape: roundFigure(fitted.shape), rate: roundFigure(fitted.rate), fitted: true };
  const won = exposures.reduce((sum, { count }) => sum + count, 0);
  const months = exposures.reduce((sum, each) => sum + each.months, 0);
  if (won === 0 || !(months > 0)) return undefined;
  const shape = 1 / segmentDefaults[segment].skillCv.value ** 2;
  return { shape: roundFigure(shape), rate: roundFigure((shape * months) / won), fitted: false };
}

/** A seller's deals in an average month: k won in E such months turn the prior (a, b) into (a + k, b + E). */
export const posteriorOf = (
  prior: DealRate,
  { sizes, averageMonths }: Pick<SellerRecord, 'sizes' | 'averageMonths'>,
): DealRate => ({
  shape: roundFigure(prior.shape + sizes.length),
  rate: roundFigure(prior.rate + averageMonths),
});

/** Mean and 80 % interval of a gamma. */
export const summariseRate = ({ shape, rate }: DealRate) => ({
  mean: roundFigure(shape / rate),
  low: roundFigure(gammaQuantile(shape, 0.1) / rate),
  high: roundFigure(gammaQuantile(shape, 0.9) / rate),
});
