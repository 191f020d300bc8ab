/**
 * Streams of 32-bit words: Chris Doty-Humphrey's sfc32 (PractRand), three words of state and a counter.
 * Fifteen rounds separate neighbouring keys (five fail statistical tests, twelve pass).
 */
const SEEDING_ROUNDS = 15;

/** A stream's state: a, b, c and the counter. Kept in an Int32Array, which every engine keeps unboxed. */
export type Stream = Int32Array<ArrayBuffer>;

export const makeStream = (): Stream => new Int32Array(4);

/** The stream of a key of four 32-bit words; equal keys give equal streams, any other key an unrelated one. */
export function seedStream(stream: Stream, k0: number, k1: number, k2: number, k3: number): void {
  let a = k0 | 0;
  let b = k1 | 0;
  let c = k2 | 0;
  let d = k3 | 0;
  for (let round = 0; round < SEEDING_ROUNDS; round++) {
    const word = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
  }
  stream[0] = a;
  stream[1] = b;
  stream[2] = c;
  stream[3] = d;
}

/** The next word of the stream, as a signed 32-bit integer: engines box an unsigned one. */
export function nextWord(stream: Stream): number {
  const a = stream[0] ?? 0;
  const b = stream[1] ?? 0;
  const c = stream[2] ?? 0;
  const d = stream[3] ?? 0;
  const word = (((a + b) | 0) + d) | 0;
  stream[3] = (d + 1) | 0;
  stream[0] = b ^ (b >>> 9);
  stream[1] = (c + (c << 3)) | 0;
  stream[2] = (((c << 21) | (c >>> 11)) + word) | 0;
  return word;
}

/** A stream of its own, unrelated to what the parent gives afterwards; takes three words of the parent. */
export function splitStream(child: Stream, parent: Stream): void {
  const first = nextWord(parent);
  const second = nextWord(parent);
  child[2] = nextWord(parent);
  child[0] = first;
  child[1] = second;
  child[3] = 1;
}

/** A word as a uniform number strictly between zero and one: (word + ½) · 2⁻³², the word taken as unsigned. */
export const uniform = (word: number): number => ((word >>> 0) + 0.5) * 2.3283064365386963e-10;
