import { formatMoney } from '../../model/format/formatMoney';
import { countUnits, unitNoun } from '../../model/unitNoun';
import type { Plan } from '../../model/plan';
import { countWords } from '../team/seatWords';
import type { TerritoryTotals } from './territoryFigures';

/** What the territories hold together and who works it, in sentences; the last ones say what to look at. */
export function totalsWords(
  plan: Plan,
  totals: TerritoryTotals,
): { readonly words: string[]; readonly cautions: string[] } {
  const money = (amount: number) => formatMoney(amount, plan.currency, { compact: true });
  const territories = countWords(plan.territories.length, 'territory', 'territories');
  const words = [
    totals.potential > 0
      ? `${territories} with a potential of ${money(totals.potential)} a year, worked by ${countWords(totals.assigned, 'seat')}.`
      : `${territories}, worked by ${countWords(totals.assigned, 'seat')} at their roles’ productivity.`,
  ];
  if (totals.unassigned > 0)
    words.push(
      totals.unassigned === 1
        ? '1 selling seat has no territory and books by its role’s productivity.'
        : `${countWords(totals.unassigned, 'selling seat')} have no territory and book by their roles’ productivity.`,
    );
  const cautions: string[] = [];
  if (totals.idle > 0) {
    const what = totals.idlePotential > 0 ? `${money(totals.idlePotential)} of potential lies` : 'They lie';
    cautions.push(
      totals.idle === 1
        ? `1 territory has nobody${totals.idlePotential > 0 ? `: ${money(totals.idlePotential)} of potential lies idle` : ''}.`
        : `${countWords(totals.idle, 'territory', 'territories')} have nobody: ${what} idle.`,
    );
  }
  if (totals.outside) {
    const { accounts, potential = 0, unknown } = totals.outside;
    const whose = countUnits(accounts, unitNoun(plan.accountBook?.areas));
    const rest = unknown > 0 ? `, ${unknown} of them of unknown potential` : '';
    cautions.push(
      potential > 0
        ? `${money(potential)} of potential is in no territory: ${whose}${rest}. Nobody sells to them, and they add nothing to the forecast.`
        : `${whose} ${accounts === 1 ? 'is' : 'are'} in no territory${rest}: nobody sells to them.`,
    );
  }
  if (totals.overfull > 0)
    cautions.push(
      `${countWords(totals.overfull, 'territory', 'territories')} covered beyond 100 % ${totals.overfull === 1 ? 'yields' : 'yield'} more than the potential, since bookings rise in proportion to the hours. Raise the curvature below so that more hours bring ever less.`,
    );
  return { words, cautions };
}
