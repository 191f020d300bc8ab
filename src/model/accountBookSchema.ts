import * as v from 'valibot';
import { MOST_ACCOUNTS, MOST_MEASURES, MOST_RULES, MOST_SPLITS, type TerritoryOrNone } from './accountBook';
import { areaSourceSchema } from './areaSourceSchema';
import { flag, idOf, label, listOf, nonNegative, numberFrom, object } from './planFields';
import { accountId, measureId, splitId, territoryId } from './units';

const account = object({
  id: idOf(accountId),
  name: label,
  place: v.exactOptional(object({ lon: numberFrom(-180, 180), lat: numberFrom(-90, 90) })),
  postcode: v.exactOptional(label),
  state: v.exactOptional(label),
  family: v.exactOptional(label),
  owner: v.exactOptional(label),
  values: v.optional(listOf(v.nullable(nonNegative), MOST_MEASURES), []),
});

/** The accounts of a book, or some of them. */
export const accountsSchema = listOf(account, MOST_ACCOUNTS);

const measure = object({
  id: idOf(measureId),
  name: label,
  kind: v.optional(
    v.picklist(['potential', 'workload', 'other'], 'must be potential, workload or other'),
    'other',
  ),
  derived: v.exactOptional(label),
});

/** Checked as one list, since there may be half a million of them; which are territories is a rule of `accountRules`. */
const territoriesOrNone = v.pipe(
  listOf(v.string('must be text'), MOST_ACCOUNTS),
  v.transform((list) => list.map((text): TerritoryOrNone => (text === '' ? '' : territoryId(text)))),
);

const texts = v.pipe(listOf(label, 200), v.minLength(1, 'must name at least one'));

const ruleTest = v.variant(
  'kind',
  [
    object({ kind: v.picklist(['state', 'owner', 'family', 'postcode']), anyOf: texts }),
    v.pipe(
      object({
        kind: v.literal('measure'),
        measureId: idOf(measureId),
        atLeast: v.exactOptional(nonNegative),
        below: v.exactOptional(nonNegative),
      }),
      v.forward(
        v.check(({ atLeast = 0, below = Infinity }) => below > atLeast, 'must be above atLeast'),
        ['below'],
      ),
    ),
  ],
  'must be one of state, owner, family, postcode and measure',
);

const rule = object({
  when: v.pipe(listOf(ruleTest, 10), v.minLength(1, 'must have at least one test')),
  territoryId: idOf(territoryId),
  sharesMap: v.exactOptional(flag),
});

/** One split: see `TerritorySplit`. */
export const splitSchema = object({
  id: idOf(splitId),
  name: label,
  from: v.exactOptional(idOf(splitId)),
  territoryOf: territoriesOrNone,
  locked: v.optional(listOf(idOf(accountId), MOST_ACCOUNTS), []),
  overrides: v.exactOptional(listOf(object({ accountId: idOf(accountId), reason: label }), MOST_ACCOUNTS)),
  rules: v.exactOptional(listOf(rule, MOST_RULES)),
  inPieces: v.exactOptional(flag),
});

/** Accounts and their splits: see `AccountBook`. */
export const accountBookSchema = object({
  accounts: accountsSchema,
  measures: v.optional(listOf(measure, MOST_MEASURES), []),
  splits: v.optional(listOf(splitSchema, MOST_SPLITS), []),
  balancedBy: v.exactOptional(idOf(measureId)),
  inForce: v.exactOptional(idOf(splitId)),
  areas: v.exactOptional(areaSourceSchema),
});
