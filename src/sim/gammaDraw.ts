import { exp, log } from './elementary';
import { standardNormalTable } from './market';
import { lookUp } from './quantileTable';
import { nextWord, uniform, type Stream } from './sfc32';

/**
 * One gamma variate of that shape and scale one. Source: Marsaglia & Tsang 2000, ACM Trans. Math. Softw. 26; below
 * shape one through shape + 1 and a power of a uniform. Takes two words a try, 1.05 tries on average; the stream
 * must be the caller's own, since how many words are taken depends on the shape.
 */
export function drawGamma(shape: number, stream: Stream): number {
  if (shape < 1) {
    const boost = exp(log(uniform(nextWord(stream))) / shape);
    return boost * drawGamma(shape + 1, stream);
  }
  const normal = standardNormalTable();
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = lookUp(normal, nextWord(stream));
    const u = uniform(nextWord(stream));
    const root = 1 + c * z;
    if (root <= 0) continue;
    const v = root * root * root;
    const square = z * z;
    if (u < 1 - 0.0331 * square * square) return d * v;
    if (log(u) < 0.5 * square + d * (1 - v + log(v))) return d * v;
  }
}
