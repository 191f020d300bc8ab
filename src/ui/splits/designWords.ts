import type { AccountBook, RuleTest, SplitRule } from '../../model/accountBook';
import { formatCount } from '../../model/format/formatCount';
import { formatMoney } from '../../model/format/formatMoney';
import { formatShare } from '../../model/format/formatShare';
import type { RuleTake } from '../../model/ruleTakes';
import type { TerritoryId } from '../../model/units';
import type { DesignNote } from '../../state/designNote';
import { ACCOUNT_NOUN, countUnits, unitNoun } from '../../model/unitNoun';
import { midSentence } from './midSentence';
import { missedWords } from './missedWords';

/** `CA, WA or OR`. */
export const listOr = (texts: readonly string[], word = 'or'): string =>
  texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} ${word} ${texts.at(-1) ?? ''}`;

/** A test of a rule: `state is CA or WA`, `Potential is $50K or more`. */
export function testWords(test: RuleTest, book: AccountBook, currency: string): string {
  if (test.kind === 'postcode') return `postcode begins with ${listOr(test.anyOf)}`;
  if (test.kind !== 'measure') return `${test.kind} is ${listOr(test.anyOf)}`;
  const measure = book.measures.find(({ id }) => id === test.measureId);
  const say = (value: number) =>
    measure?.kind === 'potential' ? formatMoney(value, currency) : formatCount(value);
  const name = measure?.name ?? 'Measure';
  const { atLeast, below } = test;
  if (atLeast !== undefined && below !== undefined)
    return `${name} is from ${say(atLeast)} to below ${say(below)}`;
  if (atLeast !== undefined) return `${name} is ${say(atLeast)} or more`;
  return below === undefined ? `${name} is known` : `${name} is below ${say(below)}`;
}

/** A rule in a line: `State is CA or WA → Named West`. */
export function ruleWords(
  rule: SplitRule,
  book: AccountBook,
  currency: string,
  nameOf: ReadonlyMap<string, string>,
): string {
  const when = rule.when.map((test) => testWords(test, book, currency)).join(', and ');
  return `${when.charAt(0).toUpperCase()}${when.slice(1)} → ${nameOf.get(rule.territoryId) ?? rule.territoryId}`;
}

/** What a rule takes: `12 accounts, 8 % of potential; 3 more go by an earlier rule`. */
export function takeWords(take: RuleTake, measureName: string, noun = ACCOUNT_NOUN): string {
  const parts = [
    take.accounts === 0
      ? `Takes no ${noun.one}`
      : `Takes ${countUnits(take.accounts, noun)}, ${formatShare(take.share)} of ${midSentence(measureName)}`,
  ];
  if (take.earlier > 0) parts.push(`${formatCount(take.earlier)} more go by an earlier rule`);
  if (take.elsewhere > 0) {
    const more = take.elsewhere - take.elsewhereNames.length;
    const names = more > 0 ? [...take.elsewhereNames, `${formatCount(more)} more`] : take.elsewhereNames;
    parts.push(
      `${listOr(names, 'and')} ${take.elsewhere === 1 ? 'stays' : 'stay'} elsewhere, locked or placed by name`,
    );
  }
  return parts.join('; ');
}

/** A load by a measure, or by the number of accounts. */
function loadBy(load: number, by: string, book: AccountBook, currency: string): string {
  const measure = book.measures.find(({ id }) => id === by);
  if (!measure) return countUnits(load, unitNoun(book.areas));
  if (measure.kind === 'potential') return formatMoney(load, currency, { compact: true });
  return measure.kind === 'workload' ? `${formatCount(load)} h` : formatCount(load);
}

export const wishName = (by: string, book: AccountBook): string =>
  book.measures.find(({ id }) => id === by)?.name ?? `Number of ${unitNoun(book.areas).many}`;

/** What a design could not do as asked; `order` says which territories its numbers mean. */
export function noteWords(
  note: DesignNote,
  order: readonly TerritoryId[],
  nameOf: ReadonlyMap<string, string>,
  { book, currency }: { readonly book: AccountBook; readonly currency: string },
): string {
  const name = (territory: number) => nameOf.get(order[territory] ?? '') ?? 'a new territory';
  switch (note.kind) {
    case 'torn':
      return `${note.family} could not be kept together: ${unitNoun(book.areas).many} of it are settled in ${listOr(note.territories.map(name), 'and')} by locks, names or rules. The others went to ${name(note.to)}, which has most of those.`;
    case 'heavy':
      return book.areas
        ? `${note.name} alone weighs ${fairShares(note.share)}: no split can even that out. Use smaller areas there, or design fewer territories.`
        : `${note.name} and what goes with it weigh ${fairShares(note.share)}: no split can even that out. Split its family, place some of it by name, or design fewer territories.`;
    case 'uneven':
      return `${wishName(note.by, book)} comes within ${formatShare(note.reached)}, not ${formatShare(note.tolerance)}: no attempt met both tolerances at once. Widen one of them, make more attempts, or balance by one alone.`;
    case 'off':
      return missedWords(note, name, wishName(note.by, book));
    case 'beyond':
      return `${name(note.territory)} has ${loadBy(note.load, note.by, book, currency)}, ${note.load > note.bound ? 'above its cap of' : 'below its minimum of'} ${loadBy(note.bound, note.by, book, currency)}.`;
  }
}

/** So many digits that what is above one fair share reads so. */
const fairShares = (share: number): string => `${formatCount(share, share < 1.1 ? 2 : 1)} fair shares`;
