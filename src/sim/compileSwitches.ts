import { planPeriods } from '../model/calendar';
import type { Plan } from '../model/plan';
import { type CompiledSeats } from './compileSeats';
import type { KeyOf } from './entityKey';
import type { ImageBuilder } from './imageBuilder';
import * as layout from './kernel/layout';

/** What the plan makes use of: who uses nothing that couples seats pays nothing for it. */
export interface Switches {
  readonly coupled: boolean;
  readonly managed: boolean;
  readonly covered: boolean;
  readonly supported: boolean;
  readonly changing: boolean;
  readonly buffered: boolean;
  readonly segments: number;
}

/** Finds the switches and sets them in the header, with the segments that a trial is lived in. */
export function compileSwitches(
  plan: Plan,
  compiled: CompiledSeats,
  builder: ImageBuilder,
  keyOf: KeyOf,
): Switches {
  const { management } = plan;
  const managed =
    management.vacantFactor !== 1 || management.overSpanFactor !== 1 || management.rampFactor !== 1;
  const covered = plan.seats.some(({ territoryId }) =>
    plan.territories.some(({ id, potential }) => id === territoryId && potential !== undefined),
  );
  const supported = plan.roles.some(({ sources }) => sources?.some(({ fedBy }) => fedBy !== undefined));
  const performance = plan.roles.some(
    ({ performanceLeaving }) => performanceLeaving !== undefined && performanceLeaving.multiplier !== 1,
  );
  const changing = plan.events.some(
    ({ effects }) => (effects.attrition ?? 1) !== 1 || (effects.timeToFill ?? 1) !== 1,
  );
  const quarters = planPeriods(plan.calendar).filter(({ kind }) => kind === 'quarter');
  const starts = performance ? quarters.map(({ firstMonth }) => firstMonth) : [0];
  builder.put(layout.SEGMENT_START, Int32Array.from([...starts, plan.calendar.months]));
  const coupled =
    managed || covered || supported || performance || compiled.transfers > 0 || compiled.pipelineRows > 0;
  builder.count(layout.SEGMENTS, starts.length);
  builder.count(layout.SEED, plan.run.seed);
  builder.count(layout.UNCERTAIN, plan.parameterUncertainty ? 1 : 0);
  builder.count(layout.NEEDS_PRESENCE, managed || supported ? 1 : 0);
  builder.count(layout.PERFORMANCE, performance ? 1 : 0);
  builder.count(layout.CHANGING_HAZARD, changing ? 1 : 0);
  builder.count(layout.RAMP_RELIEF, plan.quota.rampRelief ? 1 : 0);
  builder.count(layout.COVERED, covered ? 1 : 0);
  builder.count(layout.SUPPORTED, supported ? 1 : 0);
  builder.count(layout.KEEPS_STREAMS, coupled ? 1 : 0);
  builder.count(layout.COUPLED, coupled ? 1 : 0);
  builder.count(layout.MANAGERS, managed ? plan.managers.length : 0);
  const market = keyOf('market', '');
  builder.count(layout.MARKET_HIGH, market.high);
  builder.count(layout.MARKET_LOW, market.low);
  const buffered = performance || plan.roles.some(({ monthlyCv = 0 }) => monthlyCv > 0);
  const segments = starts.length;
  return { coupled, managed, covered, supported, changing, buffered, segments };
}
