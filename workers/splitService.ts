import { designSplit } from '../src/territory/designSplit';
import { healSplit } from '../src/territory/healSplit';
import { measureSplit } from '../src/territory/measureSplit';
import { rebalanceSplit } from '../src/territory/rebalanceSplit';
import type { Split, Units } from '../src/territory/units';
import type { MadeSplit, SplitTask, SplitWorker } from './protocol';

/** What a worker that designs splits does. */
export const splitService: SplitWorker = {
  make(units, task) {
    const split = makeSplit(units, task);
    return {
      split,
      measures: measureSplit(units, split, task.targets.length, task.targets),
    } satisfies MadeSplit;
  },
};

function makeSplit(units: Units, task: SplitTask): Split {
  const { targets, tolerance, seed } = task;
  const common = { targets, tolerance, seed };
  switch (task.kind) {
    case 'design': {
      const alike = targets.every((target) => target === targets[0]);
      return designSplit(units, {
        territories: targets.length,
        tolerance,
        seed,
        ...(task.locks && { locks: task.locks }),
        ...(!alike && { shares: targets }),
        ...(!alike && task.names && { names: task.names }),
      });
    }
    case 'rebalance': {
      const { current, stickiness, locked } = task;
      return rebalanceSplit(units, current, { ...common, stickiness, ...(locked && { locked }) });
    }
    case 'heal':
      return healSplit(units, task.current, { ...common, locked: task.locked });
  }
}
