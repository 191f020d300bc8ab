import type { Opportunity } from '../model/history';
import { kaplanMeier } from './kaplanMeier';
import type { Timeline } from './timeline';

/** With fewer than these still open at an age, what became of them tells nothing of it. */
const LEAST_OPEN = 20;

/**
 * Chance that an opportunity is ever won, given that it is still open after so many days: wins at each age ÷ those who
 * were open at it, carried on by those who were not decided (Aalen & Johansen 1978, winning and losing as competing
 * risks). Those open at the history's end are censored there, and those created before its first closing are in it
 * only since they were still open then (delayed entry). So opportunities that nobody closed count as not won, where
 * won ÷ (won + lost) passes them over: a pipeline holds old ones that no history has ever seen won. Ages that
 * fewer than twenty reached have the chance of the last one that twenty did. Cost n log n; a look-up is linear in the
 * number of different ages.
 */
export function makeWinChance(
  opportunities: readonly Opportunity[],
  { from, to }: Pick<Timeline, 'from' | 'to'>,
): (ageDays: number) => number {
  const lives = opportunities.flatMap(({ outcome, created, closed }) => {
    if (created === undefined || created > to) return [];
    if (outcome !== 'open' && (closed === undefined || closed < from)) return [];
    const decided = outcome !== 'open' && closed !== undefined && closed <= to;
    return [
      {
        entry: Math.max(0, daysBetween(created, from)),
        // what is decided on the day of its creation has lived for half of it
        exit: daysBetween(created, decided ? closed : to) + 0.5,
        left: decided,
        won: decided && outcome === 'won',
      },
    ];
  });
  const points = kaplanMeier(lives);
  const wins = new Map<number, number>();
  for (const { exit, won } of lives) if (won) wins.set(exit, (wins.get(exit) ?? 0) + 1);
  // from the oldest back: chance of those who are open after each age
  const chances: { age: number; chance: number }[] = [];
  let chance = 0;
  for (const { time, atRisk, events } of points.toReversed()) {
    if (chances.length > 0 || atRisk - events >= LEAST_OPEN) chances.push({ age: time, chance });
    chance = (wins.get(time) ?? 0) / atRisk + (1 - events / atRisk) * chance;
  }
  const fresh = chance;
  return (ageDays) => chances.find(({ age }) => age <= ageDays)?.chance ?? fresh;
}

const daysBetween = (start: string, end: string) => (Date.parse(end) - Date.parse(start)) / 86_400_000;
