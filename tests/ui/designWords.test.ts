import { describe, expect, it } from 'vitest';
import { makeStartUpSample } from '../../src/model/samples';
import { measureId, territoryId } from '../../src/model/units';
import { noteWords, ruleWords, takeWords, testWords } from '../../src/ui/splits/designWords';
import { repWords } from '../../src/ui/splits/repWords';
import { EMPTY_DRAFT, parseRuleDraft, ruleFields } from '../../src/ui/splits/ruleDraft';
import { makeBookPlan } from '../support/makeBookPlan';

const plan = makeBookPlan(makeStartUpSample(), 20, 2);
const book = plan.accountBook!;
const [west, east] = [territoryId('w'), territoryId('e')];
const nameOf = new Map<string, string>([
  [west, 'Named West'],
  [east, 'East'],
]);
const potential = measureId('potential');

describe('words of rules', () => {
  it('say what is asked and where it goes', () => {
    expect(
      ruleWords(
        {
          when: [
            { kind: 'state', anyOf: ['CA', 'WA', 'OR'] },
            { kind: 'measure', measureId: potential, atLeast: 50_000 },
          ],
          territoryId: west,
        },
        book,
        'USD',
        nameOf,
      ),
    ).toBe('State is CA, WA or OR, and Potential is $50,000 or more → Named West');
    const range = { kind: 'measure', measureId: measureId('hours'), atLeast: 10, below: 1200 } as const;
    expect(testWords(range, book, 'USD')).toBe('Hours is from 10 to below 1,200');
    expect(testWords({ kind: 'postcode', anyOf: ['94'] }, book, 'USD')).toBe('postcode begins with 94');
  });

  it('say what a rule takes, and what keeps it from more', () => {
    const take = { accounts: 12, share: 0.08, earlier: 0, elsewhere: 0, elsewhereNames: [] };
    expect(takeWords(take, 'Potential')).toBe('Takes 12 accounts, 8\u202f% of potential');
    expect(
      takeWords(
        { accounts: 0, share: 0, earlier: 3, elsewhere: 4, elsewhereNames: ['A', 'B', 'C'] },
        'Potential',
      ),
    ).toBe(
      'Takes no account; 3 more go by an earlier rule; A, B, C and 1 more stay elsewhere, locked or placed by name',
    );
  });
});

describe('a rule as it is typed', () => {
  const parse = (draft: Partial<typeof EMPTY_DRAFT>) => parseRuleDraft({ ...EMPTY_DRAFT, ...draft }, book);

  it('is texts with commas, or a range of a measure', () => {
    expect(parse({ texts: ' CA, WA;' })).toEqual({ kind: 'state', anyOf: ['CA', 'WA'] });
    expect(parse({ field: 'm:potential', atLeast: '50k' })).toEqual({
      kind: 'measure',
      measureId: potential,
      atLeast: 50_000,
    });
    expect(parse({ field: 'm:potential', below: '1,000' })).toMatchObject({ below: 1000 });
  });

  it.each([
    [{ texts: ' , ' }, 'Name at least one, with commas between several'],
    [{ field: 'm:gone' }, 'Choose what the rule asks for'],
    [{ field: 'm:potential' }, 'Give a lowest value, an upper bound, or both'],
    [{ field: 'm:potential', atLeast: 'x' }, 'A bound must be a number that is not below zero'],
    [{ field: 'm:potential', atLeast: '-1' }, 'A bound must be a number that is not below zero'],
    [{ field: 'm:potential', atLeast: '5', below: '5' }, 'The upper bound must be above the lowest value'],
  ])('%o is refused in words', (draft, words) => {
    expect(parse(draft)).toBe(words);
  });

  it('asks for what some account says, and for every measure', () => {
    expect(ruleFields(book).map(({ label }) => label)).toEqual(['Owner', 'Potential', 'Hours']);
  });
});

it('what a design could not do is told by name', () => {
  const say = (note: Parameters<typeof noteWords>[0]) =>
    noteWords(note, [west, east], nameOf, { book, currency: 'USD' });
  expect(say({ kind: 'torn', family: 'Acme', territories: [0, 1], to: 1 })).toMatch(
    /^Acme could not be kept together: accounts of it are settled in Named West and East by locks, names or rules\. The others went to East/,
  );
  expect(say({ kind: 'heavy', name: 'Bolt', share: 1.54 })).toMatch(
    /^Bolt and what goes with it weigh 1\.5 fair shares/,
  );
  expect(
    noteWords({ kind: 'heavy', name: 'Russia', share: 1.018 }, [west, east], nameOf, {
      book: { ...book, areas: { kind: 'countries' } },
      currency: 'USD',
    }),
  ).toMatch(/^Russia alone weighs 1\.02 fair shares/);
  expect(say({ kind: 'uneven', by: 'hours', reached: 0.12, tolerance: 0.05 })).toMatch(
    /^Hours comes within 12\u202f%, not 5\u202f%: no attempt met both tolerances at once\./,
  );
  expect(say({ kind: 'beyond', by: '', territory: 1, load: 31, bound: 25 })).toBe(
    'East has 31 accounts, above its cap of 25 accounts.',
  );
  expect(say({ kind: 'beyond', by: 'hours', territory: 0, load: 900, bound: 1000 })).toBe(
    'Named West has 900 h, below its minimum of 1,000 h.',
  );
});

it('a match is told to its rep in km and in what they keep', () => {
  const line = { seat: plan.seats[0]!, territory: west, km: 34.4, kmNow: 210, kept: 0.712 };
  expect(repWords(line)).toBe(
    '34 km to accounts on average (210 to those they have now), keeps 71\u202f% of what they have',
  );
  expect(repWords({ ...line, km: undefined, kmNow: undefined, kept: undefined })).toBe(
    'home not known, has no accounts now',
  );
  expect(repWords({ ...line, territory: undefined })).toBe('in no territory of this split');
});

describe('a tolerance that is missed is told with what could be', () => {
  const missed = {
    kind: 'off',
    way: 'design',
    by: potential,
    territory: 1,
    deviation: 0.28,
    others: 0,
    tolerance: 0.05,
    attempts: 4,
    adjusted: 0.28,
    held: false,
    limited: false,
    pieces: false,
    floor: { least: 0, heavy: [] },
  } as const;
  const say = (note: Parameters<typeof noteWords>[0]) =>
    noteWords(note, [west, east], nameOf, { book, currency: 'USD' }).replaceAll('\u202f', ' ');

  it('where nothing is known to stand in the way, the attempts are counted and ways on are named', () => {
    expect(say(missed)).toBe(
      'East has 28 % more potential than a fair share: the tolerance is 5 %. 4 attempts found none nearer. Make more attempts, choose another number of territories or widen the tolerance.',
    );
    expect(say({ ...missed, deviation: -0.1, others: 2, attempts: 1, held: true, limited: true })).toBe(
      'East has 10 % less potential than a fair share: the tolerance is 5 %, and 2 more are beyond it too. One attempt found none nearer, keeping what stays where it is and the other limits. Make more attempts, choose another number of territories, unlock some or widen the tolerance.',
    );
  });

  it('in pieces a kept split, which every attempt gives alike, asks for no more of them, and a repair tells of no neighbours', () => {
    expect(say({ ...missed, way: 'rebalance', pieces: true, attempts: 1 })).toMatch(
      /One attempt found none nearer, keeping as much as asked in its place\. Choose another number of territories, let more move or widen the tolerance\.$/,
    );
    expect(say({ ...missed, way: 'heal', pieces: true })).toMatch(
      /Moves of single ones came no nearer\. Design anew, or widen the tolerance\.$/,
    );
  });

  it('where one account is heavier than a fair share it is named with its floor, and no attempts are asked for in vain', () => {
    const floor = { least: 0.28, heavy: ['Los Angeles'], cause: 'unit' } as const;
    expect(say({ ...missed, floor, adjusted: 0.03 })).toBe(
      'East has 28 % more potential than a fair share: the tolerance is 5 %. No split comes within less than 28 %: Los Angeles alone is that much more than a fair share. The others share what is left within the tolerance. Design fewer territories, or widen it.',
    );
    expect(say({ ...missed, floor, adjusted: 0.07 })).toMatch(
      /Sharing what is left, the others are up to 7 % off\. 4 attempts found none nearer\./,
    );
    expect(say({ ...missed, floor: { ...floor, least: 0.1, cause: 'rest', heavy: ['A', 'B'] } })).toMatch(
      /No split comes within less than 10 %: A and 1 more leave that much less than a fair share to each of the others\. 4 attempts found none nearer\./,
    );
  });

  it('where it is what stays in a territory, that is said', () => {
    const floor = { least: 0.28, heavy: [], cause: 'settled', territory: 0 } as const;
    expect(say({ ...missed, floor, held: true })).toMatch(
      /what stays in Named West \(locked, named, placed by rule or without a place\) is that much more than a fair share\. Unlock some of it, or widen the tolerance\.$/,
    );
  });

  it('a repair does not ask for attempts', () => {
    expect(say({ ...missed, way: 'heal', held: true })).toMatch(
      /Exchanges between neighbours came no nearer around what stays where it is\. Design anew, or widen the tolerance\.$/,
    );
  });
});
