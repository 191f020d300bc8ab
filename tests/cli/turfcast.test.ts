import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readPlanFile, writePlanFile } from '../../src/io/planFile';
import type { Plan } from '../../src/model/plan';
import { makeStartUpSample } from '../../src/model/samples';
import { writeSummary } from '../../src/stats/writeSummary';
import { inProcess } from '../runner/runs';
import { sharedFile } from '../support/shared';
import { buildCli, type BuiltCli } from './buildCli';

const oneSeat = fileURLToPath(new URL('../fixtures/one-seat.json', import.meta.url));
const plans = ['one-seat.json', 'start-up.json'];
// A process of Node and its threads for each command: slow where many tests share the machine.
vi.setConfig({ testTimeout: 60_000 });

let cli: BuiltCli;

const inFolder = (file: string) => join(cli.folder, file);
const readText = (file: string) => readFile(inFolder(file), 'utf8');

async function planOf(file: string): Promise<Plan> {
  const read = readPlanFile(await readText(file));
  if (!read.ok || read.value.kind !== 'plan') throw new Error(`${file} must hold a plan`);
  return read.value.plan;
}

beforeAll(async () => {
  cli = await buildCli();
  await copyFile(oneSeat, inFolder('one-seat.json'));
  await writeFile(inFolder('start-up.json'), writePlanFile(makeStartUpSample()));
}, 120_000);

afterAll(() => rm(cli.folder, { recursive: true, force: true }));

describe('simulate', () => {
  it.each(plans)(
    'prints of %s the same bytes for 1, 2 and 7 workers, those of the app’s runner',
    async (file) => {
      const words = ['simulate', file, '--trials', '2000', '--seed', '7', '--json', '--workers'];
      const [one, two, seven] = await Promise.all(['1', '2', '7'].map((size) => cli.run(...words, size)));
      expect(one).toMatchObject({ status: 0, stderr: '' });
      expect(two?.stdout).toBe(one?.stdout);
      expect(seven?.stdout).toBe(one?.stdout);
      const run = await inProcess().run({ ...(await planOf(file)), run: { seed: 7, trials: 2000 } });
      expect(one?.stdout).toBe(run.ok ? writeSummary(run.value) : '');
    },
  );

  it('takes seed and trials from the plan where none are given', async () => {
    const plan = await planOf('one-seat.json');
    await writeFile(inFolder('seeded.json'), writePlanFile({ ...plan, run: { seed: 11, trials: 300 } }));
    const [own, same, other] = await Promise.all([
      cli.run('simulate', 'seeded.json', '--json'),
      cli.run('simulate', 'one-seat.json', '--json', '--trials=300', '--seed=11'),
      cli.run('simulate', 'one-seat.json', '--json', '--trials=300', '--seed=12'),
    ]);
    expect(JSON.parse(own.stdout)).toMatchObject({ seed: 11, trials: 300 });
    expect(same.stdout).toBe(own.stdout);
    expect(other.stdout).not.toBe(own.stdout);
  });

  it('says in words what the chance of every target is, and shows each seat’s attainment', async () => {
    const { status, stdout, stderr } = await cli.run('simulate', 'one-seat.json', '--trials', '2000');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^\d+\u202f% chance of \$600K or more in FY27 \(±\d\.\d\)$/m);
    expect(stdout).toMatch(/^Period +Target +Expected +80 % range +Headcount at end +Cost$/m);
    expect(stdout).toMatch(/^Seats in FY27 +Expected +Mean attainment +Median +At quota$/m);
    expect(stdout).toMatch(/^Noor Haddad +\$\d+K( +\d+\u202f%){3}$/m);
    expect(stdout).toMatch(/^What differed in FY27 +Worst tenth +All trials +Best tenth$/m);
  });

  it('ends by itself where the plan asks for no more, and says so', async () => {
    const plan = await planOf('one-seat.json');
    const run = { seed: 1, trials: 50_000, standardError: 0.02 };
    await writeFile(inFolder('enough.json'), writePlanFile({ ...plan, run }));
    const { stdout } = await cli.run('simulate', 'enough.json');
    expect(stdout).toMatch(/: 1,024 of at most 50,000 trials \(known well enough\), seed 1/);
  });

  it('replays the trials that the run says are nearest to its percentiles', async () => {
    const run = JSON.parse((await cli.run('simulate', 'one-seat.json', '--trials', '640', '--json')).stdout);
    const year = run.periods.find(({ kind }: { kind: string }) => kind === 'year');
    const trial = String(year.nearest.p50);
    const [text, json] = await Promise.all([
      cli.run('simulate', 'one-seat.json', '--replay', trial),
      cli.run('simulate', 'one-seat.json', '--replay', trial, '--json'),
    ]);
    expect(text).toMatchObject({ status: 0, stderr: '' });
    expect(text.stdout).toMatch(new RegExp(`^One seat: trial ${trial}, seed \\d+, engine `));
    expect(text.stdout).toMatch(/^FY27: \$[\d.]+[KM] booked, .* cost, [01] of 1 seats at quota$/m);
    expect(text.stdout).toMatch(/^Dec 2027: .* booked, \d (person|people) at the end$/m);
    expect(text.stdout).toMatch(/^ {2}Noor Haddad: \d+ deals?, \$[\d,]+$/m);
    const { row, events } = JSON.parse(json.stdout);
    const booked = row.bookings.reduce((sum: number, each: number) => sum + each, 0);
    const deals = events.filter(({ kind }: { kind: string }) => kind === 'deal');
    expect(deals.reduce((sum: number, { amount }: { amount: number }) => sum + amount, 0)).toBeCloseTo(
      booked,
      4,
    );
    expect(Math.abs(booked / year.bookings.percentiles[4] - 1)).toBeLessThan(0.05);
  });
});

describe('check', () => {
  it('says what a sound plan holds', async () => {
    expect(await cli.run('check', 'one-seat.json')).toEqual({
      status: 0,
      stdout: 'One seat: 1 seat, 1 role, 1 target, 12 months from Jan 2027. No problems.\n',
      stderr: '',
    });
  });
});

describe('bad input', () => {
  const bad: Readonly<Record<string, (plan: Plan) => string>> = {
    'has a broken rule': (plan) => JSON.stringify({ ...plan, calendar: { ...plan.calendar, months: 0 } }),
    'is cut off': (plan) => JSON.stringify(plan).slice(0, -20),
    'is empty': () => '',
    'is a table': () => 'name,quota\nNoor,100\n',
    'is of a newer version': (plan) => JSON.stringify({ ...plan, version: 999 }),
    'is a whole library': () => JSON.stringify({ format: 'turfcast-library' }),
  };

  it.each(Object.keys(bad))('that %s ends with 1 and its problems on standard error', async (what) => {
    await writeFile(inFolder('bad.json'), bad[what]?.(await planOf('one-seat.json')) ?? '');
    for (const command of ['simulate', 'check']) {
      const { status, stdout, stderr } = await cli.run(command, 'bad.json');
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toMatch(/^(\S+: .+\n)+$/);
      expect(stderr).not.toContain('    at ');
    }
  });

  it('names every problem by its path', async () => {
    const plan = await planOf('start-up.json');
    const seats = plan.seats.map((seat, index) => (index === 3 ? { ...seat, roleId: 'nobody' } : seat));
    const calendar = { ...plan.calendar, months: 600 };
    await writeFile(inFolder('bad.json'), JSON.stringify({ ...plan, seats, calendar }));
    const { status, stderr } = await cli.run('simulate', 'bad.json');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^calendar\.months: .*600$/m);
    expect(stderr).toMatch(/^seats\[3\]\.roleId: /m);
  });

  it('that is not there is named', async () => {
    for (const words of [
      ['check', 'none.json'],
      ['simulate', 'none.json'],
      ['import', 'none.json'],
    ]) {
      const { status, stdout, stderr } = await cli.run(...words);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toBe('none.json: the file must be one that can be read, got no such file\n');
    }
  });

  it('to an import leaves the plan that was there as it was', async () => {
    await writeFile(inFolder('kept.json'), 'kept');
    await writeFile(inFolder('empty.csv'), '');
    const { status, stderr } = await cli.run('import', 'empty.csv', '-o', 'kept.json');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^(\S+: .+\n)+$/);
    expect(await readText('kept.json')).toBe('kept');
  });
});

describe('a mistaken command', () => {
  it.each([
    [[], 'command must be simulate, import or check, got none'],
    [['forecast'], 'command must be simulate, import or check, got forecast'],
    [['simulate'], 'command must name one plan file, got none'],
    [['simulate', 'a.json', 'b.json'], 'command must name one plan file, got a.json, b.json'],
    [['simulate', 'one-seat.json', '--workers', '0'], '--workers must be a whole number from 1 to 16, got 0'],
    [
      ['simulate', 'one-seat.json', '--trials', '1e4'],
      '--trials must be a whole number from 1 to 1000000, got 1e4',
    ],
    [['simulate', 'one-seat.json', '--replay', '-1'], '--replay'],
    [['simulate', 'one-seat.json', '--fast'], '--fast'],
    [['import', 'x.csv', '--start', '2027'], '--start must be a month such as 2027-01, got 2027'],
    [['import', 'x.csv', '--target', '-5'], '--target'],
  ])('%j ends with 2 and says why', async (words, why) => {
    const { status, stdout, stderr } = await cli.run(...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(why);
    expect(stderr).toContain('See turfcast --help.');
  });

  it.each([[['--help']], [['simulate', '--help']], [['--version']]])('%j is none', async (words) => {
    const { status, stdout, stderr } = await cli.run(...words);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(
      words[0] === '--version' ? /^turfcast \d+\.\d+\.\d+, engine \S+\n$/ : /turfcast import FILES/,
    );
  });
});

describe('import', () => {
  const tables = ['sales_pipeline.csv', 'sales_teams.csv', 'products.csv'].map((name) =>
    sharedFile(`data/crm/maven/${name}`),
  );
  const given = tables.flatMap((file) => (file === undefined ? [] : [file]));

  it.skipIf(given.length < tables.length)(
    'makes of Maven’s tables a plan that simulate runs (skipped where the shared folder is absent)',
    async () => {
      await mkdir(inFolder('out'));
      const words = ['--target', '12000000', '--name', 'Maven', '--months', '12', '--start', '2018-01'];
      const imported = await cli.run('import', ...given, '-o', 'out/maven.json', ...words);
      expect(imported).toMatchObject({ status: 0, stdout: '' });
      expect(imported.stderr).toMatch(/^4,238 won of 6,711 closed by 30 sellers/m);
      expect(imported.stderr).toMatch(/^Calibrated on Q2 FY17 and Q3 FY17 alone, .+; it was \$2\.80M\.$/m);
      expect(imported.stderr).toMatch(/^Of 30 sellers, 1[45] were inside .+, 25 inside .+, 27 inside .+\.$/m);
      expect(await readdir(inFolder('out'))).toEqual(['maven.json']);
      const plan = await planOf('out/maven.json');
      expect(plan).toMatchObject({ name: 'Maven', calendar: { start: '2018-01', months: 12 } });
      expect(plan.seats).toHaveLength(30);
      const { status, stdout } = await cli.run('simulate', 'out/maven.json', '--trials', '256');
      expect(status).toBe(0);
      expect(stdout).toMatch(/chance of \$12\.0M or more in FY18/);
      const piped = await cli.run('import', ...given.toReversed(), ...words);
      expect(piped.stdout).toBe(await readText('out/maven.json'));
    },
  );
});
