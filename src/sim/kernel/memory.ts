/**
 * The kernel's memory: one buffer, addressed by byte offset and index. This file is the TypeScript half; where the
 * kernel is compiled to WebAssembly, `assembly/memory.ts` stands in for it, with the same functions.
 */
let f64s = new Float64Array(0);
let i32s = new Int32Array(0);
let u8s = new Uint8Array(0);
let u16s = new Uint16Array(0);

/** Sets the buffer that everything below reads and writes. Cheap when it is the one at hand. */
export function attachMemory(buffer: ArrayBuffer): void {
  if (f64s.buffer === buffer) return;
  f64s = new Float64Array(buffer);
  i32s = new Int32Array(buffer);
  u8s = new Uint8Array(buffer);
  u16s = new Uint16Array(buffer);
}

export const f64At = (base: i32, i: i32): number => f64s[(base >>> 3) + i] as number;
export function setF64(base: i32, i: i32, value: number): void {
  f64s[(base >>> 3) + i] = value;
}
export function addF64(base: i32, i: i32, value: number): void {
  const at = (base >>> 3) + i;
  f64s[at] = (f64s[at] as number) + value;
}
export const i32At = (base: i32, i: i32): i32 => i32s[(base >>> 2) + i] as i32;
export function setI32(base: i32, i: i32, value: i32): void {
  i32s[(base >>> 2) + i] = value;
}
export function addI32(base: i32, i: i32, value: i32): void {
  const at = (base >>> 2) + i;
  i32s[at] = (i32s[at] as i32) + value;
}
export const u8At = (base: i32, i: i32): i32 => u8s[base + i] as i32;
export function setU8(base: i32, i: i32, value: i32): void {
  u8s[base + i] = value;
}
export function addU8(base: i32, i: i32, value: i32): void {
  const at = base + i;
  u8s[at] = (u8s[at] as i32) + value;
}
export const u16At = (base: i32, i: i32): i32 => u16s[(base >>> 1) + i] as i32;
export function setU16(base: i32, i: i32, value: i32): void {
  u16s[(base >>> 1) + i] = value;
}

/** Leading zeros of a 32-bit word. */
export const clz32 = (word: i32): i32 => Math.clz32(word);
/** A number towards zero, as an integer; it must fit one. */
export const toInt = (x: number): i32 => x | 0;
/** A word taken as unsigned. */
export const unsigned = (word: i32): number => word >>> 0;

const oneDouble = new Float64Array(1);
const twoWords = new Int32Array(oneDouble.buffer);

/** The upper word of a number: sign, exponent and the first twenty bits of the fraction. */
export function highWord(x: number): i32 {
  oneDouble[0] = x;
  return twoWords[1] as i32;
}

/** 2^k for k from −1022 to 1023, exactly. */
export function powerOfTwo(k: i32): number {
  twoWords[0] = 0;
  twoWords[1] = (k + 1023) << 20;
  return oneDouble[0] as number;
}
