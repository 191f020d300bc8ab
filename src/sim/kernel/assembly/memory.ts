// AssemblyScript, not TypeScript: what `../memory.ts` does, as single instructions.
// @ts-nocheck

@inline export function f64At(base: i32, i: i32): f64 { return load<f64>(<usize>(base + (i << 3))); }
@inline export function setF64(base: i32, i: i32, value: f64): void { store<f64>(<usize>(base + (i << 3)), value); }
@inline export function addF64(base: i32, i: i32, value: f64): void {
  const at = <usize>(base + (i << 3));
  store<f64>(at, load<f64>(at) + value);
}
@inline export function i32At(base: i32, i: i32): i32 { return load<i32>(<usize>(base + (i << 2))); }
@inline export function setI32(base: i32, i: i32, value: i32): void { store<i32>(<usize>(base + (i << 2)), value); }
@inline export function addI32(base: i32, i: i32, value: i32): void {
  const at = <usize>(base + (i << 2));
  store<i32>(at, load<i32>(at) + value);
}
@inline export function u8At(base: i32, i: i32): i32 { return <i32>load<u8>(<usize>(base + i)); }
@inline export function setU8(base: i32, i: i32, value: i32): void { store<u8>(<usize>(base + i), <u8>value); }
@inline export function addU8(base: i32, i: i32, value: i32): void {
  const at = <usize>(base + i);
  store<u8>(at, load<u8>(at) + <u8>value);
}
@inline export function u16At(base: i32, i: i32): i32 { return <i32>load<u16>(<usize>(base + (i << 1))); }
@inline export function setU16(base: i32, i: i32, value: i32): void { store<u16>(<usize>(base + (i << 1)), <u16>value); }
@inline export function clz32(word: i32): i32 { return clz<i32>(word); }
@inline export function toInt(x: f64): i32 { return <i32>x; }
@inline export function unsigned(word: i32): f64 { return <f64>(<u32>word); }
@inline export function highWord(x: f64): i32 { return <i32>(reinterpret<i64>(x) >> 32); }
@inline export function powerOfTwo(k: i32): f64 { return reinterpret<f64>((<i64>(k + 1023)) << 52); }
