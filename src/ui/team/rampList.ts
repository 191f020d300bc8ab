import { formatCount } from '../../model/format/formatCount';
import { fail, succeed, type Result } from '../../model/problem';
import { share, type Share } from '../../model/units';

/** As many months of ramp, and as much of a ramped person's productivity, as `parsePlan` allows. */
export const MOST_RAMP_MONTHS = 60;
export const MOST_RAMP_SHARE = 2;

/** Shares in percent with commas between: `0, 25, 50`. */
export const formatRampList = (ramp: readonly Share[]): string =>
  ramp.map((each) => String(Number((each * 100).toPrecision(12)))).join(', ');

/** Reads percentages, one for each month of tenure, with commas, semicolons or spaces between; empty is no ramp at all. */
export function parseRampList(text: string): Result<readonly Share[]> {
  const words = text
    .replaceAll('%', ' ')
    .split(/[,;\s]+/)
    .filter(Boolean);
  const refuse = (message: string): Result<readonly Share[]> =>
    fail([{ code: 'ramp', path: 'ramp', message }]);
  if (words.length > MOST_RAMP_MONTHS)
    return refuse(`Ramp must have at most ${MOST_RAMP_MONTHS} months, got ${words.length}.`);
  for (const [index, word] of words.entries()) {
    const percent = Number(word);
    if (!Number.isFinite(percent))
      return refuse(`Month ${index + 1} of the ramp must be a percentage, got “${word}”.`);
    if (percent < 0 || percent > MOST_RAMP_SHARE * 100)
      return refuse(
        `Month ${index + 1} of the ramp must be from 0 to ${MOST_RAMP_SHARE * 100} %, got ${word}.`,
      );
  }
  return succeed(words.map((word) => share(Number(word) / 100)));
}

/** Productivity lost to one ramp, in months of a ramped person. */
export const rampLoss = (ramp: readonly Share[]): number => ramp.reduce((sum, each) => sum + (1 - each), 0);

/** A ramp in a line: `Full after 4 months, one ramp costs 2.5 months of a ramped person`. */
export function rampWords(ramp: readonly Share[]): string {
  const below = ramp.findLastIndex((each) => each < 1) + 1;
  if (below === 0) return 'None: full from the first day';
  return `Full after ${below === 1 ? '1 month' : `${below} months`}; one ramp costs ${formatCount(rampLoss(ramp), 1)} months of a ramped person`;
}
