import type { TerritoryOrNone } from '../model/accountBook';
import { placeByName, withdrawOverride } from '../model/editAccounts';
import { sumInForce } from '../model/sumInForce';
import { countUnits } from '../model/unitNoun';
import type { AccountId } from '../model/units';
import type { SplitDesk } from './splitDesk.svelte';

/** Puts accounts of the split on the map into a territory by name, and why: one step of undo. They stay until withdrawn. */
export function nameAccounts(
  { session, split, accounts }: SplitDesk,
  ids: Iterable<AccountId>,
  to: TerritoryOrNone,
  reason: string,
): void {
  const all = [...ids];
  if (!split || all.length === 0) return;
  const name = to === '' ? 'no territory' : (accounts.nameOf.get(to) ?? to);
  session.change(`Assign ${countUnits(all.length, accounts.noun)} to ${name} by name`, (plan) =>
    sumInForce(
      plan,
      all.reduce((next, id) => placeByName(next, split.id, id, { to, reason }), plan),
      split.id,
    ),
  );
}

/** Lets an account of the split on the map be placed like others again; it stays where it is. */
export function unnameAccount({ session, split, accounts }: SplitDesk, id: AccountId): void {
  if (split)
    session.change(`Withdraw ${accounts.noun.aOne} placed by name`, (plan) =>
      withdrawOverride(plan, split.id, id),
    );
}
