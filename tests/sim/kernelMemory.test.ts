import { beforeEach, expect, test } from 'vitest';
import * as memory from '../../src/sim/kernel/memory';

const buffer = new ArrayBuffer(64);

beforeEach(() => {
  new Uint8Array(buffer).fill(0);
  memory.attachMemory(buffer);
});

test('powers of two are exact from the smallest number there is to the largest power', () => {
  for (let k = -1074; k <= 1023; k++) expect(memory.powerOfTwo(k), `2^${k}`).toBe(2 ** k);
});

test.each([1, -1, Math.PI, -0, 5e-324, 1.7976931348623157e308, -Infinity])('the high word of %d', (x) => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  expect(memory.highWord(x)).toBe(view.getInt32(0));
});

test('an element is found by its base in bytes and its index', () => {
  memory.setF64(8, 2, 1.5);
  memory.addF64(8, 2, 0.25);
  expect([memory.f64At(16, 1), memory.f64At(0, 3), memory.f64At(0, 2)]).toEqual([1.75, 1.75, 0]);
  memory.setI32(4, 1, 7);
  memory.setU16(2, 1, 9);
  memory.setU8(1, 1, 11);
  expect([...new Uint8Array(buffer).subarray(0, 12)]).toEqual([0, 0, 11, 0, 9, 0, 0, 0, 7, 0, 0, 0]);
});

test('whole numbers keep as many bits as their element has', () => {
  memory.setI32(0, 0, 0x7fffffff);
  memory.addI32(0, 0, 2);
  memory.setU16(0, 2, 70_000);
  memory.addU16(0, 2, 65_535);
  memory.setU8(0, 6, 300);
  memory.addU8(0, 6, 255);
  expect([memory.i32At(0, 0), memory.u16At(0, 2), memory.u8At(0, 6)]).toEqual([-0x7fffffff, 4463, 43]);
});

test('an unsigned word is read as the signed one of its bits, and told apart where it counts', () => {
  memory.setI32(0, 0, -1);
  expect([memory.u32At(0, 0), memory.unsigned(memory.u32At(0, 0))]).toEqual([-1, 4294967295]);
});

test('numbers lose their fraction towards zero', () => {
  expect([2.9, -2.9, 2147483647.5, -2147483648].map(memory.toInt)).toEqual([2, -2, 2147483647, -2147483648]);
});

test('a number above zero tells its exponent and its 64th of an octave', () => {
  const first = 1023 * 64;
  expect([1, 1.5, 1 + 63 / 64, 2, 0.5].map((x) => memory.segmentOf(x) - first)).toEqual([0, 32, 63, 64, -64]);
});
