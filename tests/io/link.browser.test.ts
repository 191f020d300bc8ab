import { expect, test } from 'vitest';
import { decodeLink } from '../../src/io/link/decodeLink';
import { deflate, INFLATED_LIMIT, inflate } from '../../src/io/link/deflate';
import { encodeLink } from '../../src/io/link/encodeLink';
import { makeThreeRegionSample } from '../../src/model/samples';
import { goldenLink, goldenPlanToday } from './linkGolden';

test('a link made elsewhere by the first version gives its plan in this browser', async () => {
  expect(await decodeLink(goldenLink)).toEqual({ ok: true, value: goldenPlanToday });
});

test('a link made in this browser gives its plan', async () => {
  const plan = makeThreeRegionSample();
  const link = await encodeLink(plan);
  expect(await decodeLink(link.ok ? link.value : '')).toEqual({ ok: true, value: plan });
});

test('what is no deflate stream, or unpacks to too much, is refused in this browser', async () => {
  expect(await inflate(new Uint8Array([1, 2, 3, 4, 5]))).toBeUndefined();
  expect(await inflate(await deflate(new Uint8Array(INFLATED_LIMIT + 1)))).toBeUndefined();
});
