/** A source of uniforms in [0, 1); the same seed gives the same sequence everywhere. */
export type Draw = () => number;

/**
 * Uniforms for making sample plans (mulberry32: 32-bit integer arithmetic only, so every machine agrees to the
 * bit). Not for simulation: a draw here is moved by the draws before it.
 */
export function seededDraws(seed: number): Draw {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from `low` to `high`, both included, each as likely. */
export const drawWhole = (draw: Draw, low: number, high: number): number =>
  low + Math.floor(draw() * (high - low + 1));

/** An item of the list, each as likely. Throws where the list is empty. */
export function drawItem<Item>(draw: Draw, items: readonly Item[]): Item {
  const item = items[Math.floor(draw() * items.length)];
  if (item === undefined) throw new RangeError('items must not be empty, got none');
  return item;
}
