import type { TenureAttrition } from '../model/plan';
import { share, type Share } from '../model/units';
import type { SurvivalPoint } from './kaplanMeier';
import { roundFigure } from './roundFigure';

/** Of fewer people at risk than these, one who leaves says nothing of that tenure. */
const LEAST_AT_RISK = 5;
/** More points make a plan heavy and tell no more. */
const MOST_POINTS = 60;

/**
 * A role's attrition by tenure from a Kaplan–Meier curve in months. Where fewer than five were at risk, or all of them
 * left, the annual attrition stands in for the time since the point before, and the curve ends with the last point that had
 * more: with delayed entry the first tenures are often seen of one or two people, and one leaver would then take the
 * curve to zero for good. Thinned to 60 points, evenly by their place. Undefined where no point had five at risk.
 */
export function tenureCurve(points: readonly SurvivalPoint[], annual: Share): TenureAttrition | undefined {
  const isSound = ({ atRisk, events }: SurvivalPoint) => atRisk >= LEAST_AT_RISK && events < atRisk;
  const monthly = -Math.log(1 - annual) / 12;
  let [staying, before] = [1, 0];
  const curve = points.slice(0, points.findLastIndex(isSound) + 1).map((point) => {
    const { time, atRisk, events } = point;
    staying *= isSound(point) ? (atRisk - events) / atRisk : Math.exp(-monthly * (time - before));
    before = time;
    return { month: time, staying: share(roundFigure(staying, 6)) };
  });
  return curve.length === 0 ? undefined : { kind: 'curve', points: thinned(curve) };
}

/** Evenly by place, the last one always among them. */
function thinned<Point>(points: readonly Point[]): readonly Point[] {
  const picked = (before: number) => Math.floor((before * MOST_POINTS) / points.length);
  return points.length <= MOST_POINTS
    ? points
    : points.filter((_, place) => picked(place + 1) > picked(place));
}
