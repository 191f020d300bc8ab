import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DealSize } from '../../src/model/plan';
import { money, share } from '../../src/model/units';
import { ImageBuilder } from '../../src/sim/imageBuilder';
import { drawBeta, drawGamma, drawSize, lookUp } from '../../src/sim/kernel/draws';
import { drawPoisson } from '../../src/sim/kernel/poissonDraw';
import { keepStream, nextWord, seedStream, takeStream } from '../../src/sim/kernel/stream';
import { makeGammaTable, makeLognormalTable, placeSizes } from '../../src/sim/sizes';
import { exponentialTable, normalTable } from '../../src/sim/tables';
import type { QuantileTable } from '../../src/sim/quantileTable';
import { weibullTable } from '../../src/sim/weibull';
import { momentsOf, shareOf } from '../support/statistics';
import { attachImage } from './support/attachImage';
import {
  beta,
  empirical,
  exactFigures,
  exponential,
  gamma,
  lognormal,
  lognormalOrGamma,
  normal,
  poisson,
  weibull,
  type ExactLaw,
} from './support/exactLaws';

/** Draws one value of the kernel's stream at hand, taking what words it needs. */
type Draw = () => number;

const builder = new ImageBuilder();
/** Where a stream waits while another one is at hand. */
const waiting = builder.place(new Int32Array(4));

function fromTable(made: QuantileTable): Draw {
  const table = builder.place(made);
  return () => lookUp(table, nextWord());
}

function fromSizes(size: DealSize): Draw {
  const { address } = placeSizes(builder, size, 1);
  return () => drawSize(address, nextWord());
}

const AMOUNTS = { amounts: [1000, 2500, 9000, 40_000].map(money), counts: [5, 3, 1, 1] };

/** The engine's sampling functions, all of them here: whoever rewrites the kernel points these lines at the new ones. */
const draws = {
  exponential: fromTable(exponentialTable),
  normal: fromTable(normalTable),
  /** Of mean one and that cv, as are the next two. */
  lognormal: (cv: number) => fromTable(makeLognormalTable(cv)),
  gamma: (cv: number) => fromTable(makeGammaTable(cv)),
  weibull: (cv: number) => fromTable(weibullTable(cv)),
  /** Of that shape and scale one, by rejection. */
  gammaOfShape:
    (shape: number): Draw =>
    () =>
      drawGamma(shape),
  /** By two gammas. */
  beta:
    (a: number, b: number): Draw =>
    () =>
      drawBeta(a, b),
  poisson:
    (mean: number): Draw =>
    () => {
      const word = nextWord();
      // a large one takes up a stream of its own: a next word of that one would be a function of this word, and soon go in circles
      keepStream(waiting);
      const count = drawPoisson(mean, word);
      takeStream(waiting);
      return count;
    },
  empirical: fromSizes({ kind: 'empirical', ...AMOUNTS }),
  /** Seven in ten lognormal of mean 1 and cv 0.5, three gamma of mean 5 and cv 0.8. */
  mix: fromSizes({
    kind: 'mix',
    parts: [
      { name: 'small', share: share(0.7), size: { kind: 'lognormal', mean: money(1), cv: 0.5 } },
      { name: 'large', share: share(0.3), size: { kind: 'gamma', mean: money(5), cv: 0.8 } },
    ],
  }),
};

/** Draws of each law, from the stream of the key (the law's place in the list, 2, 3, 20270101). */
const DRAWS = 1_000_000;
/** Standard errors that a figure may be off: of some 330 figures one is beyond it once in 50 choices of the seed, which is fixed. */
const TOLERANCE = 4;

const laws: readonly { name: string; draw: Draw; law: ExactLaw }[] = [
  { name: 'the exponential', draw: draws.exponential, law: exponential },
  { name: 'the normal', draw: draws.normal, law: normal },
  ...[0.15, 0.5, 1.2].map((cv) => ({
    name: `the lognormal of cv ${cv}`,
    draw: draws.lognormal(cv),
    law: lognormal(cv),
  })),
  ...[0.15, 0.7, 1.2].map((cv) => ({
    name: `the gamma of cv ${cv}`,
    draw: draws.gamma(cv),
    law: gamma(1 / cv ** 2, cv ** 2),
  })),
  ...[0.3, 1, 1.8].map((cv) => ({
    name: `the Weibull of cv ${cv}`,
    draw: draws.weibull(cv),
    law: weibull(cv),
  })),
  ...[0.4, 1, 2.5, 120].map((shape) => ({
    name: `the gamma of shape ${shape} by rejection`,
    draw: draws.gammaOfShape(shape),
    law: gamma(shape, 1),
  })),
  ...([127.5, 0.5, 2] as const).map((a, index) => {
    const b = [104.5, 20.5, 3][index] ?? NaN;
    return { name: `the beta of ${a} and ${b} by two gammas`, draw: draws.beta(a, b), law: beta(a, b) };
  }),
  ...[0.04, 0.3, 7.3, 31.99, 90, 1234.5].map((mean) => ({
    name: `the Poisson of mean ${mean}`,
    draw: draws.poisson(mean),
    law: poisson(mean),
  })),
  { name: 'a list of sizes', draw: draws.empirical, law: empirical(AMOUNTS.amounts, AMOUNTS.counts) },
  {
    name: 'a mix of a lognormal and a gamma',
    draw: draws.mix,
    law: lognormalOrGamma(0.7, 0.5, 1 / 0.64, 5 * 0.64),
  },
];

const half = draws.lognormal(0.5);
attachImage(builder);

function sampleOf(draw: Draw, number: number): Float64Array {
  seedStream(number, 2, 3, 20270101);
  return Float64Array.from({ length: DRAWS }, draw);
}

describe.each(laws.map((each, number) => ({ ...each, number })))('$name', ({ draw, law, number }) => {
  let sample: Float64Array = new Float64Array();
  beforeAll(() => {
    sample = sampleOf(draw, number);
  });
  afterAll(() => {
    sample = new Float64Array();
  });

  it.each(['mean', 'sd', 'skewness'] as const)('has its %s', (figure) => {
    const seen = momentsOf(sample)[figure];
    const { exact, error } = exactFigures(law, DRAWS)[figure];
    expect(Math.abs(seen - exact) / error, `${seen} for ${exact}`).toBeLessThan(TOLERANCE);
  });

  it('has its shares from the thousandth to 999 in a thousand', () => {
    for (const { value, share } of law.tails) {
      const seen = shareOf(sample, (each) => each <= value).value;
      const error = Math.sqrt((share * (1 - share)) / DRAWS);
      expect(Math.abs(seen - share) / error, `P(X ≤ ${value}): ${seen} for ${share}`).toBeLessThan(TOLERANCE);
    }
  });
});

describe('these laws', () => {
  const sample = () => sampleOf(half, 0);
  const { sd, skewness } = exactFigures(lognormal(0.5), DRAWS);

  it('refuse a spread that is off by one in a hundred', () => {
    const wide = momentsOf(sample().map((value) => 1 + 1.01 * (value - 1)));
    expect(Math.abs(wide.sd - sd.exact)).toBeGreaterThan(TOLERANCE * sd.error);
  });

  it('refuse a tail without its last ten-thousandth', () => {
    const cut = momentsOf(
      sample()
        .sort()
        .subarray(0, DRAWS - DRAWS / 10_000),
    );
    expect(Math.abs(cut.skewness - skewness.exact)).toBeGreaterThan(TOLERANCE * skewness.error);
  });
});
