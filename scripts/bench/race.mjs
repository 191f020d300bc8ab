const ROUNDS = 15;

/**
 * Something that is measured in rounds.
 * @typedef {object} Contender
 * @property {string} name
 * @property {string} [engine] where its script runs, as the naive contender of the same place names it
 * @property {'native' | 'numpy' | 'naive'} [yardstick] what it is to the others, if they are measured against it
 * @property {number} trials how many a round
 * @property {(trials: number) => Promise<number>} ask runs that many trials; nanoseconds per seat-month
 * @property {() => unknown} end
 */

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/**
 * Prints the speed of every contender, and as ratios to the yardsticks (above one: faster than that). They take turns,
 * so that a busy moment of the machine falls on all of them, and ratios are of the same round.
 * @param {readonly Contender[]} contenders
 */
export async function race(contenders) {
  for (const each of contenders) await each.ask(each.trials);
  /** @type {Map<Contender, number[]>} */
  const times = new Map(contenders.map((each) => [each, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [each, list] of times) list.push(await each.ask(each.trials));

  /** @param {Contender} one @param {Contender['yardstick']} yardstick */
  const ratio = (one, yardstick) => {
    const other = contenders.find(
      (each) =>
        each.yardstick === yardstick && (yardstick !== 'naive' || each.engine === (one.engine ?? 'Node')),
    );
    const against = other && times.get(other);
    if (!against) return '–';
    return median((times.get(one) ?? []).map((time, round) => (against[round] ?? NaN) / time)).toFixed(2);
  };

  console.log(`\n${ROUNDS} rounds in turns; ratios above one are faster than the yardstick.\n`);
  console.log(
    '| one thread, standard workload | ns per seat-month | to native C | to numpy | to naive JavaScript there |',
  );
  console.log('|---|---|---|---|---|');
  for (const [each, list] of times) {
    const ratios = [ratio(each, 'native'), ratio(each, 'numpy'), ratio(each, 'naive')];
    console.log(`| ${[each.name, median(list).toFixed(1), ...ratios].join(' | ')} |`);
  }
}
