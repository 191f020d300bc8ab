import type { Plan } from '../../src/model/plan';
import { makeSplitRunner } from '../../src/runner/splitRunner';
import { DesignSettings } from '../../src/state/designSettings.svelte';
import { SplitDesk } from '../../src/state/splitDesk.svelte';
import { SplitOutcomes } from '../../src/state/splitOutcomes.svelte';
import type { SplitTools } from '../../src/state/splitTools';
import { SplitTradeOff } from '../../src/state/splitTradeOff.svelte';
import { SplitChannelWorker } from '../runner/splitChannelWorker';
import { makeBookPlan } from '../support/makeBookPlan';
import { openSession, openTab, summaryOf, testPlan } from './support';

/** A visit to a plan with made accounts in strips, of few trials; its own run is over. */
export async function beginSplits(
  count = 120,
  territories = 6,
  change: (plan: Plan) => Plan = (plan) => plan,
) {
  const { session, runner } = openSession(openTab());
  const plan = makeBookPlan(testPlan(), count, territories);
  await session.adopt(change({ ...plan, run: { ...plan.run, trials: 200 } }), 'Made');
  runner.last.finish({ ok: true, value: summaryOf(session.plan) });
  await Promise.resolve();
  const tools: SplitTools = {
    runner,
    loadSplitRunner: () =>
      Promise.resolve(makeSplitRunner({ makeWorker: () => new SplitChannelWorker(), size: 1 })),
    loadAccountRunner: () => Promise.reject(new Error('no table is read here')),
    readInData: () => undefined,
    loadAreaRunner: () => Promise.reject(new Error('no outline is read here')),
    writeAssignment: () => Promise.resolve(''),
  };
  const desk = new SplitDesk(session, tools);
  const outcomes = new SplitOutcomes(desk, tools);
  return {
    session,
    runner,
    desk,
    outcomes,
    tradeOff: new SplitTradeOff(desk, new DesignSettings(desk), outcomes, tools),
  };
}
