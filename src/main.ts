/** The only wiring: the real engine, store, links and files are given to the session here, and nowhere else. */
import { mount } from 'svelte';
import { AppUpdate } from './appUpdate.svelte';
import { followAddress } from './followAddress.svelte';
import { decodeLink } from './io/link/decodeLink';
import { encodeLink } from './io/link/encodeLink';
import { LINK_LIMIT } from './io/link/linkFormat';
import { readPlanFileInSteps, writePlanFileInSteps } from './io/planFile';
import { planFileName } from './io/planFileName';
import { toCsv } from './io/summaryCsv';
import { withPauses } from './model/inSteps';
import { makeStartUpSample } from './model/samples';
import { openFirstPlan } from './openFirstPlan';
import { makeFallbackRunner } from './runner/fallbackRunner';
import { makeImportRunner } from './runner/importRunner';
import { makeInProcessRunner } from './runner/inProcessRunner';
import { makePoolRunner } from './runner/poolRunner';
import { makeWorkbookWriter } from './runner/workbookWriter';
import { yieldToPage } from './runner/yieldToPage';
import { DataImport } from './state/dataImport.svelte';
import type { PlanExchange } from './state/planExchange';
import type { SplitTools } from './state/splitTools';
import { Session } from './state/session.svelte';
import { memoryPlanStore } from './storage/memoryPlanStore';
import { openPlanStore } from './storage/openPlanStore';
import App from './ui/App.svelte';
import { parseTheme } from './ui/frame/theme';

/** What the browser says of the machine; where it says nothing, what most have to spare. In bytes. */
const memory =
  2 ** 30 *
  ('deviceMemory' in navigator && typeof navigator.deviceMemory === 'number' ? navigator.deviceMemory : 2);

const pool = makePoolRunner({
  makeWorker: () =>
    new Worker(new URL('../workers/simulation.worker.ts', import.meta.url), { type: 'module' }),
  size: navigator.hardwareConcurrency,
  memory,
});
pool.warm();

const exchange: PlanExchange = {
  async makeLink(plan) {
    const fragment = await encodeLink(plan, yieldToPage);
    if (!fragment.ok) return fragment;
    return { ok: true, value: `${location.origin}${location.pathname}${fragment.value}` };
  },
  linkLimit: LINK_LIMIT,
  async writeFile(plan) {
    return { name: planFileName(plan), text: await withPauses(writePlanFileInSteps(plan), yieldToPage) };
  },
  readFile: (text) => withPauses(readPlanFileInSteps(text), yieldToPage),
  csv: toCsv,
  workbook: makeWorkbookWriter(
    () => new Worker(new URL('../workers/workbook.worker.ts', import.meta.url), { type: 'module' }),
    async () => (await import('../workers/workbookService')).workbookService,
  ),
};

/** A page that is hidden may be ended at any moment: what it is saving then is not to wait. */
const pauseUnlessHidden = () => (document.visibilityState === 'hidden' ? Promise.resolve() : yieldToPage());

async function start(): Promise<void> {
  const opened = await openPlanStore({ pause: pauseUnlessHidden });
  const store = opened.ok ? opened.value : memoryPlanStore({ pause: pauseUnlessHidden });
  const runner = makeFallbackRunner(
    pool,
    makeInProcessRunner({
      loadService: async () => {
        const [{ makeSimulationService }, { loadKernel }] = await Promise.all([
          import('../workers/simulationService'),
          import('../workers/loadKernel'),
        ]);
        return makeSimulationService(await loadKernel());
      },
      yieldToPage,
      memory,
    }),
    (problems) => session.tell(problems),
  );
  const session = new Session(
    {
      store,
      storeProblems: opened.ok ? [] : opened.problems,
      runner,
      exchange,
      newId: () => crypto.randomUUID(),
      pause: yieldToPage,
    },
    makeStartUpSample(),
  );
  const importRunner = makeImportRunner(
    () => new Worker(new URL('../workers/import.worker.ts', import.meta.url), { type: 'module' }),
  );
  const dataImport = new DataImport(importRunner);
  const splitTools: SplitTools = {
    runner,
    readInData(file) {
      session.go('data');
      void dataImport.addFiles([file]);
    },
    async loadSplitRunner() {
      const { makeSplitRunner } = await import('./runner/splitRunner');
      return makeSplitRunner({
        makeWorker: () =>
          new Worker(new URL('../workers/split.worker.ts', import.meta.url), { type: 'module' }),
        size: navigator.hardwareConcurrency,
      });
    },
    async loadAccountRunner() {
      const { makeAccountRunner } = await import('./runner/accountRunner');
      return makeAccountRunner(
        () => new Worker(new URL('../workers/accounts.worker.ts', import.meta.url), { type: 'module' }),
      );
    },
    async loadAreaRunner() {
      const { makeAreaRunner } = await import('./runner/areaRunner');
      return makeAreaRunner(
        () => new Worker(new URL('../workers/areas.worker.ts', import.meta.url), { type: 'module' }),
      );
    },
    async writeAssignment(plan, split, { as = 'csv', ...options }) {
      if (as === 'geojson') {
        const written = await (await splitTools.loadAreaRunner()).writeGeoJson(plan, split);
        if (!written.ok) throw new Error(written.problems[0]?.message);
        return written.value;
      }
      const { assignmentRows } = await import('./io/accounts/assignmentRows');
      const rows = assignmentRows(plan, split, options);
      if (as === 'csv') return toCsv(rows);
      const { assignmentSheet } = await import('./io/accounts/assignmentSheet');
      const workbook = await exchange.workbook([assignmentSheet(rows, plan.currency)]);
      if (!workbook.ok) throw new Error(workbook.problems[0]?.message);
      return workbook.value;
    },
  };
  const theme = await store.setting('theme');
  const target = document.getElementById('app');
  if (!target) throw new Error('page must have an element #app, got none');
  target.replaceChildren();
  mount(App, {
    target,
    props: {
      session,
      dataImport,
      splitTools,
      update: new AppUpdate(() => session.autosave.flush()),
      theme: parseTheme(theme.ok ? theme.value : undefined),
      saveTheme: (chosen: string) => void store.saveSetting('theme', chosen),
    },
  });
  if (!(await followAddress(session, decodeLink))) await openFirstPlan(session, store);
  else await session.library.refresh();
  // A hidden page may be discarded without another word.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void session.autosave.flush();
  });
  // The browser asks before it leaves a page whose edits the device has not taken.
  addEventListener('beforeunload', (event) => {
    if (session.autosave.dirty) event.preventDefault();
  });
}

void start();
