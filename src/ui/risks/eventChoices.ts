import { planMonth } from '../../model/calendar';
import { formatMonth } from '../../model/format/formatMonth';
import type { Plan } from '../../model/plan';
import type { IsoMonth } from '../../model/units';
import { scopeValue } from './eventEdits';

/** The plan's months to choose from, from one of them on where it is given; the month chosen is among them even outside the plan. */
export function monthChoices(
  plan: Plan,
  chosen: IsoMonth,
  from?: IsoMonth,
): { readonly value: IsoMonth; readonly label: string }[] {
  const months = Array.from({ length: plan.calendar.months }, (_, index) => planMonth(plan.calendar, index));
  const listed = months.filter((month) => from === undefined || month >= from);
  const all = listed.includes(chosen) ? listed : [...listed, chosen].sort();
  return all.map((value) => ({ value, label: formatMonth(value) }));
}

/** Whom an event can meet, as values of a list. */
export function scopeChoices(plan: Plan): { readonly value: string; readonly label: string }[] {
  return [
    { value: 'all', label: 'Everybody' },
    ...plan.roles.map(({ id, name }) => ({
      value: scopeValue({ kind: 'role', id }),
      label: `Role: ${name}`,
    })),
    ...plan.regions.map(({ id, name }) => ({
      value: scopeValue({ kind: 'region', id }),
      label: `Region: ${name}`,
    })),
    ...plan.territories.map(({ id, name }) => ({
      value: scopeValue({ kind: 'territory', id }),
      label: `Territory: ${name}`,
    })),
  ];
}
