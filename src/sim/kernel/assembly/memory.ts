/**
 * ../memory.ts for the compiler, in AssemblyScript: the same functions, the same bits, each one or two instructions of
 * WebAssembly. Read by the compiler alone, not by TypeScript, ESLint or Prettier.
 */
@inline export function f64At(base: i32, i: i32): f64 {
  return load<f64>(base + (i << 3));
}

@inline export function setF64(base: i32, i: i32, v: f64): void {
  store<f64>(base + (i << 3), v);
}

@inline export function addF64(base: i32, i: i32, v: f64): void {
  const at = base + (i << 3);
  store<f64>(at, load<f64>(at) + v);
}

@inline export function i32At(base: i32, i: i32): i32 {
  return load<i32>(base + (i << 2));
}

@inline export function setI32(base: i32, i: i32, v: i32): void {
  store<i32>(base + (i << 2), v);
}

@inline export function addI32(base: i32, i: i32, v: i32): void {
  const at = base + (i << 2);
  store<i32>(at, load<i32>(at) + v);
}

@inline export function u32At(base: i32, i: i32): i32 {
  return load<i32>(base + (i << 2));
}

@inline export function u16At(base: i32, i: i32): i32 {
  return <i32>load<u16>(base + (i << 1));
}

@inline export function setU16(base: i32, i: i32, v: i32): void {
  store<u16>(base + (i << 1), <u16>v);
}

@inline export function addU16(base: i32, i: i32, v: i32): void {
  const at = base + (i << 1);
  store<u16>(at, <u16>(<i32>load<u16>(at) + v));
}

@inline export function u8At(base: i32, i: i32): i32 {
  return <i32>load<u8>(base + i);
}

@inline export function setU8(base: i32, i: i32, v: i32): void {
  store<u8>(base + i, <u8>v);
}

@inline export function addU8(base: i32, i: i32, v: i32): void {
  const at = base + i;
  store<u8>(at, <u8>(<i32>load<u8>(at) + v));
}

@inline export function clearBytes(base: i32, count: i32): void {
  memory.fill(base, 0, count);
}

@inline export function unsigned(word: i32): f64 {
  return <f64>(<u32>word);
}

@inline export function toInt(x: f64): i32 {
  return <i32>x;
}

@inline export function roundToInt(x: f64): i32 {
  return <i32>reinterpret<i64>(x + 6755399441055744.0);
}

@inline export function highWord(x: f64): i32 {
  return <i32>(reinterpret<i64>(x) >> 32);
}

@inline export function segmentOf(x: f64): i32 {
  return <i32>(reinterpret<u64>(x) >> 46);
}

@inline export function powerOfTwo(k: i32): f64 {
  return reinterpret<f64>(k < -1022 ? <i64>1 << <i64>(k + 1074) : <i64>(k + 1023) << 52);
}
