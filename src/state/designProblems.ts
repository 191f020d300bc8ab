import { MOST_SPLITS, type TerritorySplit } from '../model/accountBook';
import { fixedAccounts } from '../model/editAccounts';
import type { Problem } from '../model/problem';
import { ACCOUNT_NOUN, type UnitNoun } from '../model/unitNoun';
import { heldIn, type DesignOrder } from './designOrder';
import type { SplitDesk } from './splitDesk.svelte';

const problem = (code: string, message: string): Problem => ({ code, path: '', message });

/** Why nothing came of a search whose accounts are others by now. */
export const changed = problem(
  'changed',
  'what is split must stay as it is meanwhile, and was edited: design once more',
);

/** Why a search cannot begin where what makes it is not here. */
export const notLoaded = problem(
  'not-loaded',
  'what designs splits must be loaded first, and the network may be off; try again once it is back',
);

/** Why a plan takes no further split. */
export const noRoom = ({ splits }: SplitDesk): Problem | undefined =>
  splits.length < MOST_SPLITS
    ? undefined
    : problem('splits', `a plan must have at most ${MOST_SPLITS} splits; remove one first`);

/** Why so many units, each an account or a family, are too few for the territories of the map. */
export const tooFew = (units: number, { map }: DesignOrder, { many }: UnitNoun): Problem | undefined =>
  units >= map
    ? undefined
    : problem(
        'too-many',
        `territories must be at most the ${units} ${many === ACCOUNT_NOUN.many ? 'accounts and families' : many} left to the map, got ${map}`,
      );

/** Why a search for that many territories cannot begin. */
export function whyNot(
  desk: SplitDesk,
  split: TerritorySplit,
  { order, map: territories, alone }: DesignOrder,
): Problem | undefined {
  const { map: placed, noun } = desk.accounts;
  const { count } = placed.units;
  if (territories < 2) return problem('too-few', `territories must be two or more, got ${territories}`);
  if (territories > count)
    return problem(
      'too-many',
      `territories must be at most the ${count} ${noun.many} with a place, got ${territories}`,
    );
  const held = heldIn(desk, split);
  const lost = order.slice(territories, order.length - alone).filter((id) => held.has(id)).length;
  if (lost > 0) {
    const all = order.slice(0, order.length - alone).filter((id) => held.has(id)).length;
    return problem(
      'locks',
      `territories must be at least the ${all} that hold locked ${noun.many}, got ${territories}; unlock some or design for more`,
    );
  }
  const fixed = fixedAccounts(split);
  const { accounts = [] } = desk.book ?? {};
  if (accounts.every(({ id }) => fixed.has(id)))
    return problem(
      'all-locked',
      `${noun.aOne} must be free to move, got ${accounts.length} that are all locked or placed by name; unlock some first`,
    );
  return undefined;
}

/** Why a repair did not come all the way; `held` where somebody's own edits or locks were in its way. */
export const healedSoFar = (held: boolean, { many }: UnitNoun): string =>
  held
    ? `Healed as far as the ${many} that you painted or locked allow: they stayed. Heal once more to let go of those painted.`
    : 'Healed as far as exchanges between neighbours go, which is not all the way. Design anew with more attempts, or widen the tolerance.';
