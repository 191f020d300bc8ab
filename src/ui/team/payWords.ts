/** What is set of a role's pay, each part in a line. */
import { formatMoney } from '../../model/format/formatMoney';
import type { PayPlan } from '../../model/plan';
import { listWords, percentWords } from './percentWords';

/** `$89,000 base and $89,000 variable at 100 %: $178,000 on target`. */
export function earningsWords({ base, variable }: PayPlan, currency: string): string {
  const amount = (value: number) => formatMoney(value, currency);
  if (variable === 0) return `${amount(base)} base, nothing variable`;
  return `${amount(base)} base and ${amount(variable)} variable at 100 %: ${amount(base + variable)} on target`;
}

/** `By the year’s attainment, 1 × from 0 %, 1.5 × from 100 %, no cap`. */
export function stepsWords({ period, steps, cap }: PayPlan): string {
  const rates = steps.slice(0, 3).map(({ from, rate }) => `${rate} × from ${percentWords(from)}`);
  const more = steps.length > 3 ? [`${steps.length - 3} more`] : [];
  const most = cap === undefined ? 'no cap' : `at most ${cap} times the variable`;
  return `By the ${period}’s attainment, ${[...rates, ...more, most].join(', ')}`;
}

/** `3 months at 100 % of variable`. */
export function guaranteeWords({ guarantee }: PayPlan): string {
  if (!guarantee || guarantee.months === 0) return 'None';
  const { months, share } = guarantee;
  return `${months === 1 ? 'First month' : `First ${months} months`}: at least ${percentWords(share)} of variable`;
}

/** `Benefits 20 % of base, recruiting $15,000, severance $30,000`. */
export function otherCostWords(pay: PayPlan, currency: string): string {
  const amount = (value: number) => formatMoney(value, currency);
  const parts = [
    `benefits ${percentWords(pay.benefits)} of base`,
    `recruiting ${amount(pay.recruiting)}`,
    ...(pay.severance ? [`severance ${amount(pay.severance)}`] : []),
    ...(pay.otherCost ? [`other ${amount(pay.otherCost)} a year`] : []),
  ];
  const words = listWords(parts);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
