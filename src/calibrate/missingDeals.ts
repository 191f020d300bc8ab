import type { SalesHistory } from '../model/history';
import { fail, type Result } from '../model/problem';
import type { Calibration } from './report';

/** Why a history makes no plan yet, and what to add. */
export function missingDeals({ opportunities, files }: SalesHistory): Result<Calibration> {
  const problem = (code: string, message: string) =>
    fail<Calibration>([{ code, path: 'opportunities', message }]);
  if (opportunities.length === 0) {
    const empty = files.filter(({ kind }) => kind === 'opportunities').map(({ name }) => name);
    if (empty.length > 0)
      return problem(
        'opportunities-missing',
        `a plan must have opportunities to rest on, got none that counts in ${empty.join(', ')}: see the problems found in it`,
      );
    const read = files
      .filter(({ kind }) => kind !== 'unrecognised')
      .map(({ name, kind }) => `${name} (${kind})`);
    return problem(
      'opportunities-missing',
      `a plan must have opportunities to rest on, got ${read.length > 0 ? read.join(', ') : 'no file'}: add the CRM's export of won and lost deals`,
    );
  }
  const won = opportunities.filter(({ outcome }) => outcome === 'won');
  const usable = won.filter(
    ({ seller, closed, amount }) => seller !== undefined && closed !== undefined && amount !== undefined,
  );
  return problem(
    'won-deals-missing',
    `a plan must rest on won deals with an owner, a closing date and an amount, got ${usable.length} of ${opportunities.length} opportunities (${won.length} won) in the months looked at`,
  );
}
