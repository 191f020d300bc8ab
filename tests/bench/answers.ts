// How long the reader waits for an answer: prints one line of JSON. Arguments: the thread's script, then CRM files.
import { pathToFileURL } from 'node:url';
import { makeStandardPlan } from '../../src/bench/standardPlan';
import { calibratePlan } from '../../src/calibrate/calibratePlan';
import { openFile } from '../../src/cli/openFile';
import { makeThreadWorker } from '../../src/cli/threadWorker';
import { importHistory } from '../../src/io/history/importHistory';
import { solveHires } from '../../src/decide/solve/solveHires';
import { makeThreeRegionSample } from '../../src/model/samples';
import { money, periodId } from '../../src/model/units';
import type { Plan } from '../../src/model/plan';
import { makePoolRunner, type PoolRunner } from '../../src/runner/poolRunner';
import { compilePlan } from '../../src/sim/compilePlan';
import { BLOCK_TRIALS } from '../../src/sim/outcome';
import { runBlock } from '../../src/sim/runBlock';
import { addOutcome, makeRunTotals } from '../../src/stats/mergeOutcomes';
import { summarise } from '../../src/stats/summarise';
import { bestKernel } from '../../workers/kernels';

const ROUNDS = 15;
const kernel = bestKernel();
const standard = makeStandardPlan();

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

async function medianTime(rounds: number, work: (round: number) => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work(round);
    times.push(performance.now() - start);
  }
  return median(times);
}

/** The plan after an edit of every role's productivity and deal size, so that no table can be reused. */
const edited = (round: number): Plan => ({
  ...standard,
  roles: standard.roles.map((role) => ({
    ...role,
    dealSize: { kind: 'lognormal', mean: money(20_000), cv: 0.8 + round / 1000 },
  })),
});

function answerAtOnce(plan: Plan) {
  const totals = makeRunTotals(plan, BLOCK_TRIALS);
  addOutcome(totals, runBlock(kernel, compilePlan(plan), 0, BLOCK_TRIALS));
  return summarise(plan, totals);
}

/** Deals closed a seat-month: bookings of the same plan with every deal of size one. */
function dealsPerSeatMonth(): number {
  const ones: Plan = {
    ...standard,
    roles: standard.roles.map((role) => ({
      ...role,
      productivity: {
        ...role.productivity,
        perMonth: money(
          role.productivity.perMonth / (role.dealSize.kind === 'lognormal' ? role.dealSize.mean : 1),
        ),
      },
      dealSize: { kind: 'fixed', amount: money(1) },
    })),
  };
  const input = compilePlan(ones);
  let deals = 0;
  for (let block = 0; block < 10; block++)
    for (const count of runBlock(kernel, input, block, BLOCK_TRIALS).bookings) deals += count;
  return deals / (10 * BLOCK_TRIALS * ones.seats.length * ones.calendar.months);
}

const [script, ...files] = process.argv.slice(2);
const firstAnswer = await medianTime(ROUNDS, (round) => answerAtOnce(edited(round)));

const makeRunner = (size: number) =>
  makePoolRunner({ makeWorker: () => makeThreadWorker(pathToFileURL(script ?? '')), size });
const [alone, two] = [makeRunner(1), makeRunner(2)];
const firstPicture: number[] = [];
const aloneTimes: number[] = [];
const twoTimes: number[] = [];

/** All trials of the plan after that edit, in milliseconds; notes when the first picture was there. */
async function wholeRun(runner: PoolRunner, edit: number, pictures: number[] = []): Promise<number> {
  const start = performance.now();
  let seen = false;
  const result = await runner.run(edited(edit), {
    onProgress: () => {
      if (!seen) pictures.push(performance.now() - start);
      seen = true;
    },
  });
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return performance.now() - start;
}

for (const runner of [alone, two]) await runner.run({ ...standard, run: { seed: 1, trials: 640 } });
// In turns, like everything that is told as a ratio.
for (let round = 0; round < 5; round++) {
  aloneTimes.push(await wholeRun(alone, 100 + round));
  twoTimes.push(await wholeRun(two, 200 + round, firstPicture));
}

/** A solve of the 120-seat sample over 12 months × 3 roles on two threads, in milliseconds: until the answer stands, and until the frontier does. */
async function solveTimes(): Promise<{ answer: number; frontier: number }> {
  const plan = makeThreeRegionSample();
  const start = performance.now();
  let answer = Number.NaN;
  const result = await solveHires(
    plan,
    {
      period: periodId('FY2027'),
      probability: 0.8,
      objective: 'cost',
      roles: plan.roles.map(({ id }) => ({ roleId: id, most: 12 })),
      perMonth: 3,
      firstMonth: 0,
      lastMonth: 11,
    },
    {
      sample: (each, options) => two.sample(each, options),
      pause: () => new Promise((resolve) => setImmediate(resolve)),
      onAnswer: () => (answer = performance.now() - start),
    },
  );
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return { answer, frontier: performance.now() - start };
}

const solving = await solveTimes();
alone.dispose();
two.dispose();

let rows = 0;
const importing =
  files.length === 0
    ? undefined
    : await medianTime(5, async () => {
        const opened = await Promise.all(files.map(openFile));
        const history = await importHistory(opened.flatMap((file) => (file.ok ? [file.value] : [])));
        if (!history.ok) throw new Error(history.problems[0]?.message);
        rows = history.value.opportunities.length;
        const calibration = calibratePlan(history.value);
        if (!calibration.ok) throw new Error(calibration.problems[0]?.message);
      });

console.log(
  JSON.stringify({
    deals: dealsPerSeatMonth(),
    firstAnswer,
    firstPicture: median(firstPicture),
    wholeRun: median(twoTimes),
    wholeRunAlone: median(aloneTimes),
    scaling: median(aloneTimes.map((time, round) => time / (twoTimes[round] ?? NaN))),
    importing,
    rows,
    solving,
  }),
);
