import { Comparison } from '../../state/comparison.svelte';
import type { Session } from '../../state/session.svelte';

const comparisons = new WeakMap<Session, Comparison>();

/** The session's comparison, made when it is first asked for: the first visit need not fetch what compares. */
export function comparisonOf(session: Session): Comparison {
  const known = comparisons.get(session);
  if (known) return known;
  const made = new Comparison(session.picks, session.runner, session.library, () =>
    session.opened ? session.plan : undefined,
  );
  comparisons.set(session, made);
  return made;
}
