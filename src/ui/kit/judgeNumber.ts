import { formatCount } from '../../model/format/formatCount';
import { parseNumber } from './parseNumber';

export interface NumberRules {
  /** What the number is, as it begins the message. */
  readonly label: string;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly integer?: boolean | undefined;
  /** The value is a fraction; people type percent. */
  readonly percent?: boolean | undefined;
}

/** A value as people type it: no more digits than it has, none of the noise of binary fractions. */
export function plainNumber(value: number, percent = false): string {
  return String(Number((percent ? value * 100 : value).toPrecision(12)));
}

/** A share as it stands in a field: in percent, to three figures, which is as much as anybody knows of one. */
export function shownPercent(value: number): string {
  const percent = value * 100;
  const whole = Math.abs(percent) < 1 ? 1 : Math.floor(Math.log10(Math.abs(percent))) + 1;
  return `${Number(percent.toFixed(Math.max(0, 3 - whole)))} %`;
}

/** What was typed as a value, or why it is none: the thing, the rule, the value given. */
export function judgeNumber(text: string, rules: NumberRules): { value: number } | { fault: string } {
  const typed = parseNumber(text);
  const given = `got ${text.trim()}`;
  const bound = (value: number) =>
    rules.percent ? `${plainNumber(value, true)} %` : formatCount(value, Number.isInteger(value) ? 0 : 2);
  if (typed === undefined) return { fault: `${rules.label} must be a number, got “${text.trim()}”.` };
  const value = rules.percent ? typed / 100 : typed;
  if (rules.integer && !Number.isInteger(value))
    return { fault: `${rules.label} must be a whole number, ${given}.` };
  if (rules.min !== undefined && value < rules.min)
    return { fault: `${rules.label} must be at least ${bound(rules.min)}, ${given}.` };
  if (rules.max !== undefined && value > rules.max)
    return { fault: `${rules.label} must be at most ${bound(rules.max)}, ${given}.` };
  return { value };
}
