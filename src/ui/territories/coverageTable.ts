import type { ChartTable } from '../../charts/chartTable';
import type { CoveragePoint } from '../../charts/layoutCoverage';
import { formatShare } from '../../model/format/formatShare';
import { yieldShare } from '../../model/yieldShare';
import type { TerritoryFigures } from './territoryFigures';

/** The territories that stand on the curve: those with a potential, a workload and people. */
export const coveragePoints = (rows: readonly TerritoryFigures[]): CoveragePoint[] =>
  rows.flatMap(({ territory, seats, coverage, yielded }) =>
    coverage === undefined || yielded === undefined || seats.length === 0
      ? []
      : [{ name: territory.name, coverage, yielded }],
  );

/** The figures behind the curve: the territories on it, or the curve itself where there are none. */
export function coverageTable(curvature: number, points: readonly CoveragePoint[]): ChartTable {
  const cell = (raw: number) => ({ text: formatShare(raw), raw });
  if (points.length > 0)
    return {
      columns: ['Territory', 'Coverage', 'Yield share'],
      rows: points.map(({ name, coverage, yielded }) => [
        { text: name, raw: name },
        cell(coverage),
        cell(yielded),
      ]),
    };
  const steps = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5];
  return {
    columns: ['Coverage', 'Yield share'],
    rows: steps.map((coverage) => [cell(coverage), cell(yieldShare(coverage, curvature))]),
  };
}
