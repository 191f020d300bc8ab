/**
 * Where bin number `bin` of all the bins of a double's octaves begins, `steps` to an octave (a power of two): exactly the
 * least double in it. Numbers as `octaveBin` of kernel/sketch.ts gives them for sixteen.
 */
export function octaveEdge(bin: number, steps: number): number {
  const octave = Math.floor(bin / steps);
  let edge = 1 + (bin - octave * steps) / steps;
  // by halves and doubles: a power of a host's own might round
  for (let exponent = octave - 1023; exponent > 0; exponent--) edge *= 2;
  for (let exponent = octave - 1023; exponent < 0; exponent++) edge /= 2;
  return edge;
}
