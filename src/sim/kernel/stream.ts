/**
 * Streams of 32-bit words: Chris Doty-Humphrey's sfc32 (PractRand), three words of state and a counter. One stream is
 * at hand; others wait in memory, four words each.
 */
import { i32At, setI32, unsigned } from './memory';

/** Fifteen rounds separate neighbouring keys (five fail statistical tests, twelve pass). */
const SEEDING_ROUNDS: i32 = 15;
const WORD: number = 2.3283064365386963e-10;

let a: i32 = 0;
let b: i32 = 0;
let c: i32 = 0;
let d: i32 = 0;

/** The next word, signed. */
export function nextWord(): i32 {
  const word = (((a + b) | 0) + d) | 0;
  d = (d + 1) | 0;
  a = b ^ (b >>> 9);
  b = (c + (c << 3)) | 0;
  c = (((c << 21) | (c >>> 11)) + word) | 0;
  return word;
}

/** Takes up the stream of a key of four words; equal keys give equal streams, any other key an unrelated one. */
export function seedStream(k0: i32, k1: i32, k2: i32, k3: i32): void {
  let w = k0;
  let x = k1;
  let y = k2;
  let z = k3;
  // the counter counts the rounds too
  const end = (k3 + SEEDING_ROUNDS) | 0;
  do {
    const word = (((w + x) | 0) + z) | 0;
    z = (z + 1) | 0;
    w = x ^ (x >>> 9);
    x = (y + (y << 3)) | 0;
    y = (((y << 21) | (y >>> 11)) + word) | 0;
  } while (z !== end);
  a = w;
  b = x;
  c = y;
  d = z;
}

/** Puts a stream of its own into memory, unrelated to what this one gives afterwards; takes three words. */
export function splitStream(at: i32): void {
  setI32(at, 0, nextWord());
  setI32(at, 1, nextWord());
  setI32(at, 2, nextWord());
  setI32(at, 3, 1);
}

/** Takes up the stream that waits there. */
export function takeStream(at: i32): void {
  a = i32At(at, 0);
  b = i32At(at, 1);
  c = i32At(at, 2);
  d = i32At(at, 3);
}

/** Lets the stream at hand wait there. */
export function keepStream(at: i32): void {
  setI32(at, 0, a);
  setI32(at, 1, b);
  setI32(at, 2, c);
  setI32(at, 3, d);
}

/** A word as a uniform number strictly between zero and one: (word + ½) · 2⁻³², the word taken as unsigned. */
export function uniform(word: i32): number {
  return (unsigned(word) + 0.5) * WORD;
}
