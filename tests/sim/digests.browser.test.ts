import { expect, it } from 'vitest';
import { ENGINE_VERSION } from '../../src/sim/engineVersion';
import golden from '../golden/digests.json';
import { runDigests } from '../support/digest';

it('the browser gives the same bytes as Node', () => {
  expect(runDigests()).toEqual((golden as Record<string, Record<string, string>>)[ENGINE_VERSION]);
});
