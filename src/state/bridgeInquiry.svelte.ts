import { bridgeTrials } from '../decide/bridge/bridgeTrials';
import { capacityBridge, type Bridge } from '../decide/bridge/capacityBridge';
import type { Plan } from '../model/plan';
import type { PeriodId } from '../model/units';
import type { Runner } from '../runner/runner';
import { Inquiry } from './inquiry.svelte';

export interface BridgeSubject {
  readonly plan: Plan;
  readonly period: PeriodId;
}

/** The capacity bridge on screen: asked once for a plan and a year, kept until another one is answered. */
export class BridgeInquiry extends Inquiry<BridgeSubject, Bridge> {
  readonly #runner: Pick<Runner, 'sample'>;

  constructor(runner: Pick<Runner, 'sample'>) {
    super();
    this.#runner = runner;
  }

  /** Whether the answer is of that plan and year. */
  isOf({ plan, period }: BridgeSubject): boolean {
    return this.answerOf?.plan === plan && this.answerOf.period === period;
  }

  /** Asks unless it was asked last. */
  async about(subject: BridgeSubject): Promise<void> {
    if (this.asked?.plan === subject.plan && this.asked.period === subject.period) return;
    await this.again(subject);
  }

  /** Asks, also what was asked and stopped before. */
  async again(subject: BridgeSubject): Promise<void> {
    const { plan, period } = subject;
    await this.ask(subject, (options) =>
      capacityBridge(this.#runner, plan, period, { trials: bridgeTrials(plan), ...options }),
    );
  }
}
