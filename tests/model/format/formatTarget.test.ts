import { describe, expect, it } from 'vitest';
import { formatTarget } from '../../../src/model/format/formatTarget';

describe('formatTarget', () => {
  it.each([
    [5_050_000, '$5.05M'],
    [42_000_000, '$42.0M'],
    [420_000, '$420K'],
    [1_234_567, '$1.235M'],
    [1_200, '$1.2K'],
    [982_178, '$982.2K'],
    [12_345_678, '$12.35M'],
    [950, '$950'],
    [120_000_000, '$120M'],
  ])('writes %d as %s', (amount, text) => {
    expect(formatTarget(amount, 'USD')).toBe(text);
  });
});
