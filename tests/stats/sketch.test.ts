import { describe, expect, it, test } from 'vitest';
import { seededDraws } from '../../src/model/seededDraws';
import { octaveBin, signedBin, sketchBin } from '../../src/sim/kernel/sketch';
import { SKETCH_BINS } from '../../src/sim/outcome';
import { attainmentEdges } from '../../src/stats/attainmentEdges';
import { quantileOfSorted, summariseSample } from '../../src/stats/distribution';
import { histogramOfSketch } from '../../src/stats/histogramOfSketch';
import { meanRangeOfSketch } from '../../src/stats/meanRangeOfSketch';
import { octaveEdge } from '../../src/stats/octaveEdge';
import { quantileOfSketch } from '../../src/stats/quantileOfSketch';
import { rankReader } from '../../src/stats/rankReader';
import { sdOfSums } from '../../src/stats/sdOfSums';
import { shareFrom } from '../../src/stats/shareFrom';
import { signedEdges } from '../../src/stats/signedEdges';
import { sketchSize, type Sketch } from '../../src/stats/sketch';
import { sketchEdges } from '../../src/stats/sketchEdges';
import { summariseSketch } from '../../src/stats/summariseSketch';
import { PERCENTILES } from '../../src/stats/summary';

/** A range that ends at 8 × 250,000. */
const FLOOR = octaveBin(8 * 250_000) - 192;
const SIGNED = FLOOR >> 1;

function sketchOf(sample: ArrayLike<number>, bin = (x: number) => sketchBin(x, FLOOR)): Uint32Array {
  const counts = new Uint32Array(SKETCH_BINS);
  for (let i = 0; i < sample.length; i++) counts[bin(sample[i] ?? 0)]! += 1;
  return counts;
}

const positive = (sample: ArrayLike<number>): Sketch => ({
  counts: sketchOf(sample),
  edges: sketchEdges(FLOOR),
});
const signed = (sample: ArrayLike<number>): Sketch => ({
  counts: sketchOf(sample, (x) => signedBin(x, SIGNED)),
  edges: signedEdges(SIGNED),
});

/** Amounts as a plan has them: a lognormal around 250,000, a tenth of them nothing. */
function amounts(seed: number, count: number): Float64Array {
  const draw = seededDraws(seed);
  return Float64Array.from({ length: count }, () => {
    const z = Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
    return draw() < 0.1 ? 0 : 250_000 * Math.exp(0.4 * z);
  });
}

describe('edges', () => {
  it('are the least doubles of the engine’s bins, at any octave', () => {
    for (const bin of [16 * 3, 16 * 700 + 5, 16 * 1023, 16 * 1023 + 15, 16 * 1040 + 7, 16 * 2000]) {
      const edge = octaveEdge(bin, 16);
      expect(octaveBin(edge)).toBe(bin);
      expect(octaveBin(edge * (1 - 2 ** -53))).toBe(bin - 1);
    }
    expect([1023 * 16, 1023 * 16 + 8, 1024 * 16].map((bin) => octaveEdge(bin, 16))).toEqual([1, 1.5, 2]);
  });

  it('hold what the engine puts into the bin, of one sign or both', () => {
    const draw = seededDraws(1);
    const [edges, both] = [sketchEdges(FLOOR), signedEdges(SIGNED)];
    for (let i = 0; i < 20_000; i++) {
      const size = 2 ** (draw() * 30 - 5);
      const bin = sketchBin(size, FLOOR);
      expect(size).toBeGreaterThanOrEqual(edges[bin] ?? NaN);
      expect(size).toBeLessThan(edges[bin + 1] ?? NaN);
      const x = draw() < 0.5 ? size : -size;
      const place = signedBin(x, SIGNED);
      expect(x).toBeGreaterThanOrEqual(both[place] ?? NaN);
      expect(x).toBeLessThanOrEqual(both[place + 1] ?? NaN);
    }
    expect([sketchBin(0, FLOOR), sketchBin(-3, FLOOR)]).toEqual([0, 0]);
    expect([...both].every((edge, i) => i === 0 || edge > (both[i - 1] ?? NaN))).toBe(true);
    expect([signedBin(0, SIGNED), signedBin(1e300, SIGNED), signedBin(-1e300, SIGNED)]).toEqual([97, 194, 0]);
  });

  it('of attainment are nothing, then 1/32 each', () => {
    expect([...attainmentEdges.slice(0, 4)]).toEqual([0, 0, 1 / 32, 2 / 32]);
    expect(attainmentEdges.at(-1)).toBe(Infinity);
  });
});

describe('a quantile of a sketch', () => {
  it('is within a bin of the sample’s own, 1/16 at most (seeds 1 to 20, 64 to 10,000 values)', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const sample = amounts(seed, [64, 500, 10_000][seed % 3] ?? 64);
      const sketch = positive(sample);
      sample.sort();
      for (const p of [0, 0.001, 0.025, 0.1, 0.37, 0.5, 0.9, 0.975, 1]) {
        const exact = quantileOfSorted(sample, p);
        expect(Math.abs(quantileOfSketch(sketch, p) - exact), `${seed} ${p}`).toBeLessThanOrEqual(exact / 16);
      }
    }
  });

  it('is within 1/8 where there are both signs, and finds losses', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const sample = amounts(seed, 2000).map((value) => value - 200_000);
      const sketch = signed(sample);
      sample.sort();
      for (const p of [0.025, 0.1, 0.5, 0.9]) {
        const exact = quantileOfSorted(sample, p);
        const room = Math.max(Math.abs(exact) / 8, octaveEdge(SIGNED, 8));
        expect(Math.abs(quantileOfSketch(sketch, p) - exact), `${seed} ${p}`).toBeLessThanOrEqual(room);
      }
      expect(quantileOfSketch(sketch, 0.1)).toBeLessThan(-50_000);
    }
  });

  it('of whole numbers is a whole number, exact up to 31', () => {
    const draw = seededDraws(3);
    const sample = Float64Array.from({ length: 501 }, () => Math.floor(draw() * 32));
    const floor = octaveBin(64) - 192;
    const counts = sketchOf(sample, (x) => sketchBin(x, floor));
    const sketch = { counts, edges: sketchEdges(floor), whole: true };
    sample.sort();
    for (const p of [0, 0.1, 0.5, 0.9, 1])
      expect(quantileOfSketch(sketch, p)).toBe(quantileOfSorted(sample, p));
    const many = { ...sketch, counts: sketchOf([100, 100, 100], (x) => sketchBin(x, octaveBin(400) - 192)) };
    const read = rankReader({ ...many, edges: sketchEdges(octaveBin(400) - 192) }).valueOf(2);
    expect(read).toEqual({ low: 100, high: 103, value: 102 });
  });

  it('is the range’s end beyond the range, and none of nothing', () => {
    const top = octaveEdge(FLOOR + 192, 16);
    expect(quantileOfSketch(positive([1e12, 1e13]), 0.5)).toBe(top);
    expect(quantileOfSketch(positive([0, 0, 0]), 0.9)).toBe(0);
    expect(() => quantileOfSketch(positive([]), 0.5)).toThrow(
      'a quantile needs at least one value, got none',
    );
    expect(() => rankReader(positive([5])).valueOf(2)).toThrow(
      'rank must be from 1 to 1, the values of the sketch, got 2',
    );
  });
});

describe('a sketch', () => {
  const sample = amounts(7, 10_000);
  const sketch = positive(sample);
  const sum = sample.reduce((total, value) => total + value, 0);
  const squares = sample.reduce((total, value) => total + value * value, 0);

  it('holds the sample’s mean within its range of means', () => {
    const range = meanRangeOfSketch(sketch);
    expect(range?.low).toBeLessThan(sum / 10_000);
    expect(range?.high).toBeGreaterThan(sum / 10_000);
    expect((range?.high ?? 0) / (range?.low ?? 1)).toBeLessThan(1 + 1 / 16);
    expect(meanRangeOfSketch(positive([]))).toBeUndefined();
  });

  it('has the share at or above an edge exactly, and between edges by evenness', () => {
    const edge = sketch.edges[150] ?? 0;
    const hits = sample.filter((value) => value >= edge).length;
    expect(shareFrom(sketch, edge)).toEqual({
      value: hits / 10_000,
      standardError: Math.sqrt(((hits / 10_000) * (1 - hits / 10_000)) / 10_000),
    });
    const above = sample.filter((value) => value >= 300_000).length / 10_000;
    expect(Math.abs(shareFrom(sketch, 300_000).value - above)).toBeLessThan(0.01);
  });

  it('has a histogram of every value, near the sample’s own', () => {
    const { start, width, counts } = histogramOfSketch(sketch);
    expect(counts.reduce((total, count) => total + count, 0)).toBeCloseTo(10_000, 6);
    let below = 0;
    counts.forEach((count, bin) => {
      below += count;
      const edge = start + width * (bin + 1);
      const exact = sample.filter((value) => value < edge).length;
      // a bin's edge cuts through a bin of the sketch, whose values need not lie evenly
      expect(Math.abs(below - exact)).toBeLessThan(200);
    });
    expect(histogramOfSketch(positive([]))).toEqual({ start: 0, width: 1, counts: [] });
    expect(histogramOfSketch(positive([0, 0])).counts).toEqual([2]);
    const both = histogramOfSketch(signed(sample.map((value) => value - 200_000)));
    expect(both.start).toBeLessThan(0);
    expect(both.counts.reduce((total, count) => total + count, 0)).toBeCloseTo(10_000, 6);
  });

  it('makes the distribution that the sample makes: the same mean and sd, percentiles and intervals within a bin', () => {
    const made = summariseSketch({ sum, squares }, sketch);
    const exact = summariseSample(sample.slice());
    for (const key of ['mean', 'sd', 'standardError'] as const)
      expect(Math.abs(made[key] / exact[key] - 1)).toBeLessThan(1e-9);
    PERCENTILES.forEach((_, index) => {
      const value = exact.percentiles[index] ?? 0;
      expect(Math.abs((made.percentiles[index] ?? 0) - value)).toBeLessThanOrEqual(value / 16);
      const { low = 0, high = 0 } = exact.intervals[index] ?? {};
      expect(made.intervals[index]?.low).toBeLessThanOrEqual(low);
      expect(made.intervals[index]?.high).toBeGreaterThanOrEqual(high);
      expect((made.intervals[index]?.low ?? 0) * (1 + 1 / 16)).toBeGreaterThanOrEqual(low);
      expect((made.intervals[index]?.high ?? 0) / (1 + 1 / 16)).toBeLessThanOrEqual(high);
    });
  });

  it('of what never varies has that one value, not its bin', () => {
    const constant = summariseSketch(
      { sum: 640 * 123_456, squares: 640 * 123_456 ** 2 },
      positive(Array(640).fill(123_456)),
    );
    expect(constant.sd).toBe(0);
    expect(new Set(constant.percentiles)).toEqual(new Set([123_456]));
  });

  it('of nothing is zero throughout', () => {
    const none = summariseSketch({ sum: 0, squares: 0 }, positive([]));
    expect([none.mean, none.sd, none.standardError, ...none.percentiles]).toEqual(Array(12).fill(0));
    expect(sketchSize(positive([]))).toBe(0);
  });
});

test('a standard deviation by sums is that of the values to a millionth of the mean', () => {
  const values = [2, 4, 4, 4, 5, 5, 7, 9];
  const of = (list: number[]) =>
    sdOfSums(
      list.length,
      list.reduce((a, b) => a + b, 0),
      list.reduce((a, b) => a + b * b, 0),
    );
  expect(of(values)).toBeCloseTo(Math.sqrt(32 / 7), 12);
  expect(of(Array(1000).fill(0.1))).toBe(0);
  expect(of([5])).toBe(0);
  const high = values.map((value) => 1e6 + value);
  expect(Math.abs(of(high) - Math.sqrt(32 / 7))).toBeLessThan(0.01);
});
