import type { Outcome } from '../../model/history';
import { isBlank } from './folding';

/**
 * A stage's or status's outcome by its words: `Closed-Won`, `6 - CLOSED WON`, `closedwon` are won; `Closed
 * Lost`, `Lost: price`, `Disqualified` are lost; all else is open. A Dynamics stage `Close` is open.
 */
export function parseStage(cell: string): Outcome {
  const words = cell
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}']+/gu, ' ')
    .trim();
  if (/^(not|never) /.test(words)) return 'open';
  if (/(^| )(won|closedwon|closewon|dealwon)( |$)/.test(words) || words === 'win' || words === 'closed win')
    return 'won';
  if (/(^| )(lost|closedlost|closelost|deallost|disqualified|abandoned|cancell?ed)( |$)/.test(words))
    return 'lost';
  if (words === 'loss' || words === 'dead' || words === 'closed dead' || words === 'no decision')
    return 'lost';
  return 'open';
}

const YES = new Set(['1', 'true', 'yes', 'y', 't', 'x', '1.0']);
const NO = new Set(['0', 'false', 'no', 'n', 'f', '0.0']);

/** A flag: true, false or blank; undefined where it is neither. */
export function parseFlag(cell: string): boolean | undefined {
  const text = cell.trim().toLowerCase();
  if (YES.has(text)) return true;
  return NO.has(text) || isBlank(text) ? false : undefined;
}

/**
 * The outcome of a row. Flags, where the file has them, decide over the stage's words: won by `isWon`; else
 * lost by `isClosed`. Without `isClosed`, what is not won is lost or open by its stage.
 */
export function decideOutcome(
  stage: string | undefined,
  isWon: string | undefined,
  isClosed: string | undefined,
): Outcome {
  const byStage = stage === undefined ? 'open' : parseStage(stage);
  if (isWon === undefined) return byStage;
  if (parseFlag(isWon) === true) return 'won';
  if (isClosed !== undefined) return parseFlag(isClosed) === true ? 'lost' : 'open';
  return byStage === 'won' ? 'open' : byStage;
}
