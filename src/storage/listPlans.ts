import type { PlanId } from '../model/units';
import type { Database } from './database';
import type { CardAnswer, Listing, PlanCard } from './planStore';
import { field, idOf, parseHead, readAnswer, readSetAside } from './records';
import type { HeadRecord } from './schema';
import { mendHead } from './setAside';

/**
 * The library: its cards and what was set aside. Heads that cannot be read are set aside on the way, and
 * those that an older app kept in one piece are taken apart.
 */
export async function listPlans(database: Database, now: () => string): Promise<Listing> {
  const found = await readListing(database);
  if (found.toMend.length === 0) return found.listing;
  try {
    for (const id of found.toMend)
      await database.transact('readwrite', (tables) => mendHead(tables, id, now()));
  } catch {
    // There may be no room to write: what can be read is listed all the same, and the rest is tried again next time.
    return found.listing;
  }
  return (await readListing(database)).listing;
}

function readListing(database: Database): Promise<{ listing: Listing; toMend: PlanId[] }> {
  return database.transact('readonly', async (tables) => {
    const answers = new Map<unknown, CardAnswer | undefined>();
    for (const raw of await tables.all('answers'))
      answers.set(field(raw, 'id'), readAnswer(field(raw, 'answer')));
    const cards: PlanCard[] = [];
    const toMend: PlanId[] = [];
    for (const raw of await tables.all('plans')) {
      const head = parseHead(raw);
      const id = idOf(raw);
      if (id && !(head.ok && head.value.plan.accountBook === undefined)) toMend.push(id);
      if (head.ok && !head.value.removed) cards.push(makeCard(head.value, answers.get(id)));
    }
    cards.sort((a, b) => (a.savedAt === b.savedAt ? (a.id < b.id ? -1 : 1) : a.savedAt < b.savedAt ? 1 : -1));
    return { listing: { cards, setAside: (await tables.all('setAside')).map(readSetAside) }, toMend };
  });
}

function makeCard(
  { plan, revision, savedAt, branchOf }: HeadRecord,
  answer: CardAnswer | undefined,
): PlanCard {
  return {
    id: plan.id,
    name: plan.name,
    savedAt,
    revision,
    seats: plan.seats.length,
    currency: plan.currency,
    ...(branchOf && { branchOf }),
    ...(answer && { answer }),
  };
}
