import type { BlockOutcome } from '../sim/outcome';

/** Every array of every outcome, byte by byte, as an FNV-1a hash of 64 bits: equal digests are equal results. */
export function digestOf(outcomes: readonly BlockOutcome[]): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const outcome of outcomes)
    for (const array of Object.values(outcome)) {
      if (typeof array === 'number') continue;
      for (const byte of new Uint8Array(array.buffer)) {
        low = (low ^ byte) >>> 0;
        // times 2⁴⁰ + 0x1b3, in halves of 32 bits
        const carried = low * 0x1b3;
        high = (Math.imul(high, 0x1b3) + (low << 8) + Math.floor(carried / 4294967296)) >>> 0;
        low = carried >>> 0;
      }
    }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
