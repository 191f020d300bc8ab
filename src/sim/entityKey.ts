/** Two independent 32-bit hashes of an entity's stable id, so that 5,000 seats collide with a chance below 1e-12. */
export interface EntityKey {
  readonly high: number;
  readonly low: number;
}

/** Who draws: a purpose keeps the streams of a role and a seat of the same id apart. */
export type Purpose = 'seat' | 'role' | 'market' | 'territory' | 'event' | 'opportunity';

/** The key of an entity: by its id and purpose, never by its place in a list. */
export function entityKey(purpose: Purpose, id: string): EntityKey {
  let high = 0x2c1b3c6d;
  let low = 0x297a2d39;
  const text = `${purpose}:${id}`;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    low = Math.imul(low ^ unit, 0xc2b2ae35);
    high ^= low >>> 15;
    low ^= high >>> 13;
  }
  return { high: finish(high), low: finish(low) };
}

/** Gives the keys of a plan's entities. */
export type KeyOf = (purpose: Purpose, id: string) => EntityKey;

/** What no id holds: an id's end, so that no key of an entity drawn anew is another entity's own. */
const ANEW = '\u0000anew';

/**
 * Keys with which some purposes are drawn anew: their streams are unrelated to those that they have otherwise, and all
 * others are the same to the bit. What a source of chance contributes is found by that (pick and freeze).
 */
export const keysAnew = (purposes: readonly Purpose[]): KeyOf =>
  purposes.length === 0
    ? entityKey
    : (purpose, id) => entityKey(purpose, purposes.includes(purpose) ? `${id}${ANEW}` : id);

/** Spreads every bit over the word (the finaliser of MurmurHash3, Appleby 2011, public domain). */
function finish(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
