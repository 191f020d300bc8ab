/**
 * All the memory the kernel knows, and the few operations on bits that TypeScript and AssemblyScript spell differently.
 * This is the specification; the compiler takes assembly/memory.ts in its place, which gives the same bits.
 *
 * Addresses are a base in bytes (a multiple of the element's size) and the element's index from there. Nothing is
 * checked: an address outside the memory is a bug, which reads as not-a-number here and traps there.
 */
let doubles = new Float64Array(0);
let words = new Int32Array(0);
let halves = new Uint16Array(0);
let bytes = new Uint8Array(0);

/** One double seen as its two words, the low one first (every host is little-endian). */
const double = new Float64Array(1);
const doubleWords = new Int32Array(double.buffer);

/** Lets the kernel work on that memory, whose length is a multiple of eight, until another one is attached. */
export function attachMemory(buffer: ArrayBuffer): void {
  doubles = new Float64Array(buffer);
  words = new Int32Array(buffer);
  halves = new Uint16Array(buffer);
  bytes = new Uint8Array(buffer);
}

export function f64At(base: i32, i: i32): number {
  return doubles[(base >> 3) + i] as number;
}

export function setF64(base: i32, i: i32, v: number): void {
  doubles[(base >> 3) + i] = v;
}

export function addF64(base: i32, i: i32, v: number): void {
  (doubles[(base >> 3) + i] as number) += v;
}

export function i32At(base: i32, i: i32): i32 {
  return words[(base >> 2) + i] as i32;
}

export function setI32(base: i32, i: i32, v: i32): void {
  words[(base >> 2) + i] = v;
}

/** Adds modulo 2³². */
export function addI32(base: i32, i: i32, v: i32): void {
  (words[(base >> 2) + i] as i32) += v;
}

/** The word of an unsigned element, as the signed number of the same bits: see `unsigned`. */
export function u32At(base: i32, i: i32): i32 {
  return words[(base >> 2) + i] as i32;
}

export function u16At(base: i32, i: i32): i32 {
  return halves[(base >> 1) + i] as i32;
}

/** Keeps the lower 16 bits. */
export function setU16(base: i32, i: i32, v: i32): void {
  halves[(base >> 1) + i] = v;
}

/** Adds modulo 2¹⁶. */
export function addU16(base: i32, i: i32, v: i32): void {
  (halves[(base >> 1) + i] as i32) += v;
}

export function u8At(base: i32, i: i32): i32 {
  return bytes[base + i] as i32;
}

/** Keeps the lower 8 bits. */
export function setU8(base: i32, i: i32, v: i32): void {
  bytes[base + i] = v;
}

/** Adds modulo 2⁸. */
export function addU8(base: i32, i: i32, v: i32): void {
  (bytes[base + i] as i32) += v;
}

/** Clears so many bytes. */
export function clearBytes(base: i32, count: i32): void {
  bytes.fill(0, base, base + count);
}

/** The word's bits as a number from 0 to 2³² − 1. */
export function unsigned(word: i32): number {
  return word >>> 0;
}

/** The number without its fraction; it must lie within 32 bits. */
export function toInt(x: number): i32 {
  return x | 0;
}

/** The nearest whole number, of two the even one; it must lie within 32 bits. Cheaper than `toInt` where it is compiled. */
export function roundToInt(x: number): i32 {
  double[0] = x + 6755399441055744;
  return doubleWords[0] as i32;
}

/** The upper 32 bits of a double: sign, exponent and the first 20 bits of the fraction. Not of not-a-number. */
export function highWord(x: number): i32 {
  double[0] = x;
  return doubleWords[1] as i32;
}

/** Of a number above zero: its exponent (and 1023), and which 64th of its octave it is in. */
export function segmentOf(x: number): i32 {
  double[0] = x;
  return (doubleWords[1] as i32) >>> 14;
}

/** 2ᵏ exactly, for k from −1074 to 1023. */
export function powerOfTwo(k: i32): number {
  const subnormal = k < -1022;
  doubleWords[0] = subnormal && k < -1042 ? 1 << (k + 1074) : 0;
  doubleWords[1] = subnormal ? (k < -1042 ? 0 : 1 << (k + 1042)) : (k + 1023) << 20;
  return double[0] as number;
}
