import type { Role } from '../../model/plan';
import { stayingAt } from './leaving';

export interface StayingLayout {
  readonly line: string;
  readonly area: string;
  /** Points of a history's curve. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** Months of tenure, a year or several apart. */
  readonly ticks: readonly { readonly month: number; readonly x: number }[];
  readonly months: number;
}

/** The share of people still there by tenure, in a box of that size in pixels: three years, or as far as the role says anything, at most ten. */
export function layoutStaying(
  role: Pick<Role, 'annualAttrition' | 'attritionByTenure'>,
  width: number,
  height: number,
): StayingLayout {
  const by = role.attritionByTenure;
  const last = by?.kind === 'bands' ? by.bands.at(-1)?.fromMonth : by?.points.at(-1)?.month;
  const months = Math.min(120, Math.max(36, Math.ceil(((last ?? 0) + 6) / 12) * 12));
  const x = (month: number) => Number(((month / months) * width).toFixed(2));
  const y = (staying: number) => Number(((1 - staying) * height).toFixed(2));
  const line = Array.from({ length: months + 1 }, (_, month) => {
    const place = `${x(month)} ${y(stayingAt(role, month))}`;
    return month === 0 ? `M${place}` : `L${place}`;
  }).join('');
  const every = months > 60 ? 24 : 12;
  return {
    line,
    area: `${line}V${height}H0Z`,
    points:
      by?.kind === 'curve'
        ? by.points
            .filter(({ month }) => month <= months)
            .map(({ month, staying }) => ({ x: x(month), y: y(staying) }))
        : [],
    ticks: Array.from({ length: Math.floor(months / every) + 1 }, (_, at) => ({
      month: at * every,
      x: x(at * every),
    })),
    months,
  };
}
