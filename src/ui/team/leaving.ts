/** How readily people of a role leave: as a year's constant, by bands of tenure, or by the curve of a history. */
import type { PerformanceLeaving, Role, TenureAttrition } from '../../model/plan';
import { share, type Share } from '../../model/units';
import { percentWords } from './percentWords';

export type LeavingKind = 'constant' | TenureAttrition['kind'];
export type LeavingBands = Extract<TenureAttrition, { kind: 'bands' }>['bands'];
type Curve = Extract<TenureAttrition, { kind: 'curve' }>;
type Leaving = Pick<Role, 'annualAttrition' | 'attritionByTenure'>;

/** As many bands, as long a tenure and as much attrition as `parsePlan` allows. */
export const MOST_BANDS = 60;
export const LONGEST_TENURE = 1200;
export const MOST_ATTRITION = 0.999;

/** Where bands begin that are made of a curve, in months. */
const USUAL_BANDS = [0, 6, 12, 24, 36, 60];

export const leavingKind = ({ attritionByTenure }: Leaving): LeavingKind =>
  attritionByTenure?.kind ?? 'constant';

/** Hazard a month of an annual attrition, compounded. */
const hazardOf = (annual: number): number => -Math.log(1 - annual) / 12;
const annualOf = (hazard: number): Share => share(Math.round((1 - Math.exp(-12 * hazard)) * 1000) / 1000);

/** Months from which a hazard a month holds, ascending from 0. */
function hazards({ annualAttrition, attritionByTenure }: Leaving): { from: number; hazard: number }[] {
  const constant = hazardOf(annualAttrition);
  if (!attritionByTenure) return [{ from: 0, hazard: constant }];
  if (attritionByTenure.kind === 'bands')
    return attritionByTenure.bands.map(({ fromMonth, annual }) => ({
      from: fromMonth,
      hazard: hazardOf(annual),
    }));
  const steps = attritionByTenure.points.map(({ month, staying }, at, points) => {
    const before = points[at - 1] ?? { month: 0, staying: 1 };
    return { from: before.month, hazard: Math.log(before.staying / staying) / (month - before.month) };
  });
  return [...steps, { from: attritionByTenure.points.at(-1)?.month ?? 0, hazard: constant }];
}

/** Share of people of a role who are still there after so many months, the plan's levers and events apart. Linear in the bands. */
export function stayingAt(role: Leaving, month: number): number {
  let sum = 0;
  hazards(role).forEach(({ from, hazard }, at, list) => {
    const to = Math.min(month, list[at + 1]?.from ?? Infinity);
    if (to > from) sum += hazard * (to - from);
  });
  return Math.exp(-sum);
}

/** Share of the people who start in a role that leave within the first year. */
export const leavingInFirstYear = (role: Leaving): number => 1 - stayingAt(role, 12);

/** Bands that stand for what a role has: its constant, or its curve's mean hazard from 0, 6, 12, 24, 36 and 60 months on. */
export function bandsOf(role: Leaving): LeavingBands {
  const { annualAttrition, attritionByTenure } = role;
  if (attritionByTenure?.kind === 'bands') return attritionByTenure.bands;
  if (!attritionByTenure) return [{ fromMonth: 0, annual: annualAttrition }];
  const end = attritionByTenure.points.at(-1)?.month ?? 0;
  const starts = USUAL_BANDS.filter((from) => from < end);
  return [
    ...starts.map((from, at) => {
      const to = starts[at + 1] ?? end;
      const staying = stayingAt(role, from) / stayingAt(role, to);
      return { fromMonth: from, annual: annualOf(Math.log(staying) / (to - from)) };
    }),
    { fromMonth: end, annual: annualAttrition },
  ];
}

/** The role's leaving in another form, as near as that form comes; the constant is the role's own, and a curve only stays where there is one. */
export function leavingOfKind(
  role: Leaving,
  kind: LeavingKind,
): { readonly attritionByTenure: TenureAttrition | undefined } {
  if (kind === 'bands') return { attritionByTenure: { kind, bands: bandsOf(role) } };
  return { attritionByTenure: kind === 'curve' ? role.attritionByTenure : undefined };
}

/** From where to where a band may begin, between its neighbours; the first always begins at 0. */
export const bandBounds = (bands: LeavingBands, index: number): { min: number; max: number } => ({
  min: index === 0 ? 0 : (bands[index - 1]?.fromMonth ?? 0) + 0.1,
  max: index === 0 ? 0 : (bands[index + 1]?.fromMonth ?? LONGEST_TENURE + 0.1) - 0.1,
});

/** The bands with some figures of one replaced. */
export const changeBand = (
  bands: LeavingBands,
  index: number,
  figures: Partial<LeavingBands[number]>,
): LeavingBands => bands.map((band, at) => (at === index ? { ...band, ...figures } : band));

/** Whether there is room for a band above the last. */
export const hasRoomForBand = (bands: LeavingBands): boolean =>
  bands.length < MOST_BANDS && (bands.at(-1)?.fromMonth ?? 0) + 12 <= LONGEST_TENURE;

/** The bands with one more: from a year after the last on, at the same attrition. */
export const addBand = (bands: LeavingBands): LeavingBands => {
  const { fromMonth, annual } = bands.at(-1) ?? { fromMonth: -12, annual: share(0) };
  return [...bands, { fromMonth: fromMonth + 12, annual }];
};

/** The bands without one; the band before it goes on. The first, from 0, stays. */
export const removeBand = (bands: LeavingBands, index: number): LeavingBands =>
  index === 0 ? bands : bands.filter((_, at) => at !== index);

const curveWords = ({ points }: Curve): string => {
  const last = points.at(-1);
  return last
    ? `as in the history: ${percentWords(last.staying)} stay ${Math.round(last.month)} months`
    : 'as in the history';
};

/** How people of a role leave, in a line: `Constant 26 % a year`. */
export function leavingWords(role: Leaving): string {
  const { annualAttrition, attritionByTenure: by } = role;
  if (!by) return `Constant ${percentWords(annualAttrition)} a year`;
  if (by.kind === 'curve') return `By tenure, ${curveWords(by)}`;
  const bands = by.bands
    .slice(0, 3)
    .map(({ fromMonth, annual }, at) =>
      at === 0 ? `${percentWords(annual)} a year` : `${percentWords(annual)} from month ${fromMonth}`,
    );
  const more = by.bands.length > 3 ? ` and ${by.bands.length - 3} more` : '';
  return `By tenure: ${bands.join(', ')}${more}`;
}

/** What stands for nothing where leaving of those behind is switched on. Judgement: no published figure. */
export const usualPerformanceLeaving: PerformanceLeaving = { threshold: 0.5, multiplier: 2 };

/** How those behind leave, in a line. */
export const behindWords = (leaving: PerformanceLeaving | undefined): string =>
  leaving
    ? `Below ${percentWords(leaving.threshold)} of quota at a quarter’s end: ${leaving.multiplier} times as readily`
    : 'No more readily than others';
