import type { Opportunity, Seller } from '../../model/history';
import { foldName } from './folding';
import type { WrittenOpportunity } from './opportunities';
import type { ProblemLog } from './problemLog';
import type { Team } from './sellers';
import { remember } from './remember';
import { countNames, joinSpellings } from './spellings';

const ROBOT =
  /^(?:unassigned|system|admin(?:istrator)?)$|\b(?:robot|bot|automated process|automation|integration|api user|data ?loader|house account|queue)\b/i;

export interface OwnedOpportunities {
  readonly opportunities: readonly Opportunity[];
  /** The team table's sellers and all owners of opportunities, by name. */
  readonly sellers: readonly Seller[];
}

/**
 * Joins owners to the team table by id or name, and owners' spellings to each other. Deals of a program or of
 * nobody stay without a seller; owners that no team table knows become sellers of their own.
 */
export function joinOwners(
  written: readonly WrittenOpportunity[],
  team: Team,
  headingOf: (file: string) => string,
  log: ProblemLog,
): OwnedOpportunities {
  const owner = remember((text) => team.nameById.get(foldName(text)) ?? text);
  const isRobot = remember((text) => ROBOT.test(text));
  const isPerson = (text: string | undefined): text is string => text !== undefined && !isRobot(text);
  const columns = countNames(written, headingOf, ({ seller }) =>
    isPerson(seller) ? owner(seller) : undefined,
  );
  const names = joinSpellings(
    columns,
    team.sellers.map(({ name }) => name),
    log,
  );
  const nameOf = remember((text) => names.get(foldName(owner(text))) ?? text);
  const known = new Map(team.sellers.map((seller) => [seller.name, seller]));
  const sellers = new Map(known);
  const opportunities = written.map(({ file, row, seller: text, ...opportunity }) => {
    const left = 'kept in the totals, given to no seat';
    if (!isPerson(text)) {
      const rule = text === undefined ? 'owner-blank' : 'owner-robot';
      log.add(rule, {
        file,
        row,
        message: `an owner must be a person, got ${text === undefined ? 'a blank' : `“${text}”`}`,
        action: left,
      });
      return opportunity;
    }
    const name = nameOf(text);
    if (known.size > 0 && !sellers.has(name))
      log.add('seller-unknown', {
        file,
        row,
        message: `an owner must be in the team table, got “${name}”`,
        action: 'made a seller without a manager and a region',
      });
    if (!sellers.has(name)) sellers.set(name, { name });
    return { ...opportunity, seller: name };
  });
  return { opportunities, sellers: [...sellers.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
}
