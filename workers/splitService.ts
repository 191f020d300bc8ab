import { designSplit } from '../src/territory/designSplit';
import { healSplit } from '../src/territory/healSplit';
import { worstStrain } from '../src/territory/limits';
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
      strain: worstStrain(task.limits ?? [], split, task.targets.length),
    } satisfies MadeSplit;
  },
};

function makeSplit(units: Units, task: SplitTask): Split {
  const { targets, tolerance, seed, limits, pieces } = task;
  const asked = { tolerance, seed, ...(limits && { limits }), ...(pieces && { pieces }) };
  const common = { ...asked, targets };
  switch (task.kind) {
    case 'design': {
      // those that have names are not alike, whatever they are to weigh
      const alike = !task.names && targets.every((target) => target === targets[0]);
      return designSplit(units, {
        ...asked,
        territories: targets.length,
        ...(task.locks && { locks: task.locks }),
        ...(!alike && { shares: targets }),
        ...(task.names && { names: task.names }),
      });
    }
    case 'rebalance': {
      const { current, stickiness, locked, home } = task;
      return rebalanceSplit(units, current, {
        ...common,
        stickiness,
        ...(locked && { locked }),
        ...(home && { home }),
      });
    }
    case 'heal':
      return healSplit(units, task.current, {
        ...common,
        locked: task.locked,
        ...(task.home && { home: task.home }),
      });
  }
}
