import { describe, expect, test, vi } from 'vitest';
import type { SampleReport } from '../../src/calibrate/report';
import { makePlotBox } from '../../src/charts/plotBox';
import type { ImportProblem } from '../../src/model/history';
import { fail, succeed } from '../../src/model/problem';
import { DataImport } from '../../src/state/dataImport.svelte';
import type { PlanExchange } from '../../src/state/planExchange';
import { asSentence } from '../../src/ui/kit/asSentence';
import { classifyDrop } from '../../src/ui/data/classifyDrop';
import { fitWarning } from '../../src/ui/data/familyWords';
import { groupProblems, problemPlace } from '../../src/ui/data/groupProblems';
import { layoutSampleFit } from '../../src/ui/data/layoutSampleFit';
import { progressWords } from '../../src/ui/data/progressWords';
import { replacePlan } from '../../src/ui/data/replacePlan';
import { sortSellers } from '../../src/ui/data/sortSellers';
import { takeFiles } from '../../src/ui/data/takeFiles';
import { isoDate, money, planId, share } from '../../src/model/units';
import { openSession, openTab, testPlan } from '../state/support';

const file = (name: string, text: string) => new File([text], name);
const names = (files: readonly File[]) => files.map(({ name }) => name);

describe('files that are dropped', () => {
  test('are told apart by how they begin, whatever they are called', async () => {
    const { own, tables, unreadable } = await classifyDrop([
      file('plan.txt', '\uFEFF  {"format": "turfcast-plan"}'),
      file('deals.json', 'id,amount\n1,2'),
      file('deals.csv', 'id,amount\n1,2'),
      file('empty.csv', ''),
      file('empty.turfcast.json', ''),
    ]);
    expect(names(own)).toEqual(['plan.txt', 'empty.turfcast.json']);
    expect(names(tables)).toEqual(['deals.json', 'deals.csv', 'empty.csv']);
    expect(unreadable).toEqual([]);
  });

  test('that cannot be read, such as folders, are named', async () => {
    const folder = file('folder', '');
    vi.spyOn(folder, 'slice').mockImplementation(() => {
      throw new DOMException('a folder', 'NotFoundError');
    });
    const { unreadable, tables } = await classifyDrop([folder]);
    expect(unreadable).toEqual(['folder']);
    expect(tables).toEqual([]);
  });

  async function drop(...files: File[]) {
    const readFile: PlanExchange['readFile'] = (text) => {
      if (text.includes('library')) return Promise.resolve(succeed({ kind: 'library', text }));
      return Promise.resolve(
        text.includes('plan')
          ? succeed({ kind: 'plan', plan: testPlan('dropped', 'Dropped') })
          : fail([{ code: 'foreign-file', path: '', message: 'It must hold a plan.' }]),
      );
    };
    const { session } = openSession(openTab(), 'tab', { readFile });
    await session.adopt(testPlan(), 'New plan');
    session.go('plans');
    const read: string[] = [];
    const dataImport = new DataImport({
      importFiles(tables) {
        read.push(...names(tables));
        return Promise.resolve(fail([]));
      },
    });
    await takeFiles(session, dataImport, files);
    return { session, read, said: session.notices.list.map((notice) => notice.text) };
  }

  test('as tables on the library are read in Data, in so many words', async () => {
    const { session, read, said } = await drop(file('deals.csv', 'id,amount\n1,2'));
    expect(said).toEqual(['“deals.csv” is no plan file: it is read in Data, as a table.']);
    expect(read).toEqual(['deals.csv']);
    expect(session.room).toBe('data');
  });

  test('as a plan are opened', async () => {
    const { session, said } = await drop(file('a.json', '{"a plan": 1}'));
    expect(said).toEqual(['“Dropped” was imported from a.json.']);
    expect(session.plan.name).toBe('Dropped');
    expect(session.room).toBe('outlook');
  });

  test('as a plan file that is none are refused by name and change nothing', async () => {
    const { session, said } = await drop(file('b.json', '{"other": 1}'));
    expect(said).toEqual(['“b.json” was not imported. It must hold a plan.']);
    expect(session.plan.id).toBe('plan-a');
    expect(session.room).toBe('plans');
  });

  test('as a damaged export of everything leave the library as it was', async () => {
    const { session, said } = await drop(file('all.json', '{"library": 1}'));
    expect(said.length).toBeGreaterThan(0);
    expect(session.library.cards.map((card) => card.id)).toEqual(['plan-a']);
  });
});

describe('problems of an import', () => {
  const problem = (row: number | undefined, rule: string, name = 'deals.csv'): ImportProblem => ({
    file: name,
    ...(row !== undefined && { row }),
    column: 'Amount',
    rule,
    message: 'amount has stray text',
    action: 'read as 3956.65',
  });
  const files = [
    { name: 'deals.csv', kind: 'opportunities' as const, rows: 8800, delimiter: ',', columns: [] },
  ];

  test('are grouped by rule, the most frequent first, against the rows of their file', () => {
    const groups = groupProblems(
      [problem(2, 'stray'), problem(9, 'stray'), problem(undefined, 'spelling')],
      [
        { rule: 'spelling', title: 'Names spelled in two ways', count: 1, listed: 1 },
        { rule: 'stray', title: 'Amounts with stray text', count: 3, listed: 2 },
      ],
      files,
    );
    expect(groups.map(({ rule, cases, ofRows }) => [rule, cases.length, ofRows])).toEqual([
      ['stray', 2, 8800],
      ['spelling', 1, undefined],
    ]);
  });

  test('say where they are', () => {
    expect(problemPlace(problem(1480, 'stray'))).toBe('deals.csv, row 1,480, column “Amount”');
    expect(problemPlace({ file: 'a.csv', rule: 'r', message: '', action: '' })).toBe('a.csv');
  });

  test('are shown as sentences', () => {
    expect(asSentence('amount must be a number, got “x”')).toBe('Amount must be a number, got “x”.');
    expect(asSentence('Add the file.')).toBe('Add the file.');
    expect(asSentence('deals.csv must be a table')).toBe('deals.csv must be a table.');
  });
});

describe('the picture of a sample', () => {
  const sample: SampleReport = {
    n: 10,
    mean: 30,
    sd: 1,
    p10: 1,
    median: 1,
    p90: 1,
    min: 1,
    max: 1000,
    histogram: { edges: [1, 10, 100, 1000], counts: [2, 5, 3] },
    fits: [
      {
        family: 'lognormal',
        parameters: [0, 1],
        mean: 60,
        p50: 1,
        p90: 1,
        logLikelihood: 0,
        ks: 0,
        expected: [1, 8, 1],
      },
      {
        family: 'gamma',
        parameters: [1, 1],
        mean: 30,
        p50: 1,
        p90: 1,
        logLikelihood: 0,
        ks: 0,
        expected: [1, 2, 6],
      },
    ],
  };
  const box = makePlotBox(400, 200, { left: 40, right: 10, top: 20, bottom: 30 });
  const layout = layoutSampleFit(sample, box);

  test('gives bins of equal ratio equal widths, from the left end to the right', () => {
    const widths = layout.bars.map((bar) => bar.width);
    for (const width of widths) expect(width).toBeCloseTo((box.right - box.left) / 3, 9);
    expect(layout.bars[0]?.x).toBeCloseTo(box.left, 9);
  });

  test('starts bars at zero and has room for what the fits expect', () => {
    expect(layout.y.domain[0]).toBe(0);
    expect(layout.y.domain[1]).toBeGreaterThanOrEqual(8);
    for (const bar of layout.bars) expect(bar.y + bar.height).toBeCloseTo(box.bottom, 9);
  });

  test('names each curve at its highest point', () => {
    const [lognormal, gamma] = layout.curves;
    expect(lognormal?.label.x).toBeCloseTo(box.left + (box.right - box.left) / 2, 9);
    expect(gamma?.label.x).toBeGreaterThan(lognormal?.label.x ?? Infinity);
    expect([lognormal?.label.anchor, gamma?.label.anchor]).toEqual(['end', 'start']);
  });

  test('has ticks at powers of ten, far enough apart to be read', () => {
    const values = layout.xTicks.map((tick) => tick.value);
    expect(values).toEqual(expect.arrayContaining([1, 10, 100, 1000]));
    layout.xTicks.slice(1).forEach((tick, index) => {
      expect(tick.at - (layout.xTicks[index]?.at ?? 0)).toBeGreaterThanOrEqual(44);
    });
  });

  test('comes with a warning where a fit’s mean is not the sample’s', () => {
    expect(fitWarning('lognormal', 48.6, 30)).toBe('Lognormal overstates the mean by 62\u202f%');
    expect(fitWarning('gamma', 27, 30)).toBe('Gamma understates the mean by 10\u202f%');
    expect(fitWarning('gamma', 30.9, 30)).toBeUndefined();
  });
});

describe('the rest of the room', () => {
  test('progress names the file, rows and megabytes', () => {
    const progress = { file: 'sales.csv', bytesRead: 3_400_000, bytesTotal: 8_100_000, rows: 12_400 };
    expect(progressWords(progress)).toBe('sales.csv: 12,400 rows, 3.4 of 8.1 MB');
  });

  test('sellers are ordered by any column, by name where that leaves two equal, and the list given is not touched', () => {
    const rate = { won: 1, closed: 2, rate: share(0.5), low: share(0.1), high: share(0.9) };
    const seller = (name: string, bookings: number) => ({
      name,
      winRate: rate,
      won: 1,
      exposureMonths: 9,
      bookings: money(bookings),
      dealsPerMonth: { mean: 1, low: 0, high: 2 },
      meanDeal: money(10),
      ownSizes: true,
      firstActivity: isoDate('2017-01-01'),
      lastActivity: isoDate('2017-12-31'),
    });
    const sellers = Object.freeze([seller('Cy', 5), seller('Ann', 5), seller('Bo', 9)]);
    const order = (key: 'bookings' | 'name', descending: boolean) =>
      sortSellers(sellers, key, descending).map(({ name }) => name);
    expect(order('bookings', true)).toEqual(['Bo', 'Ann', 'Cy']);
    expect(order('bookings', false)).toEqual(['Ann', 'Cy', 'Bo']);
    expect(order('name', true)).toEqual(['Cy', 'Bo', 'Ann']);
  });

  test('a plan replaced by a newer import stays itself: id, name and run settings', () => {
    const own = { ...testPlan(), run: { seed: 9, trials: 2000 } };
    const imported = { ...testPlan('other', 'Imported'), currency: 'EUR' };
    const replaced = replacePlan(own, imported);
    expect(replaced).toEqual({ ...imported, id: planId('plan-a'), name: 'Plan A', run: own.run });
  });
});
