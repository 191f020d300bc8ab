import type { Levers } from '../../model/plan';

/** How each lever enters the model, for the help beside it. */
export const leverFormulas: Readonly<Record<keyof Levers, string>> = {
  productivity: 'deals a month = productivity ÷ mean deal size × lever',
  dealSize: 'size of each deal × lever',
  attrition: 'monthly hazard = −ln(1 − annual attrition) ÷ 12 × lever',
  ramp: 'month of ramp reached = months of tenure ÷ lever',
  timeToFill: 'days vacant × lever',
  startDelay: 'start = target start + lever + start slip',
  target: 'target of each period × lever',
};
