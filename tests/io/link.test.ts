import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { toBase64url } from '../../src/io/link/base64url';
import { decodeLink } from '../../src/io/link/decodeLink';
import { deflate, INFLATED_LIMIT } from '../../src/io/link/deflate';
import { encodeLink } from '../../src/io/link/encodeLink';
import { LINK_LIMIT, linkCheck } from '../../src/io/link/linkFormat';
import { makeStartUpSample, makeThreeRegionSample } from '../../src/model/samples';
import type { EmpiricalSizes, Plan, Seat } from '../../src/model/plan';
import { isoDate, money, roleId, seatId } from '../../src/model/units';
import { makeBookPlan } from '../support/makeBookPlan';
import { frozen } from '../support/frozen';
import { makePlanOfSize } from '../support/makePlanOfSize';
import { planArbitrary } from '../support/planArbitrary';
import { sharedFile } from '../support/shared';
import { goldenLink, goldenPlanToday } from './linkGolden';

async function linkOf(plan: Plan): Promise<string> {
  const link = await encodeLink(frozen(plan));
  if (!link.ok) throw new Error(link.problems[0]?.message);
  return link.value;
}

async function codesOf(fragment: string): Promise<string[]> {
  const result = await decodeLink(fragment);
  return result.ok ? [] : result.problems.map((problem) => problem.code);
}

/** A fragment with a right checksum around any text. */
async function fragmentAround(text: string): Promise<string> {
  const body = `p1.${toBase64url(await deflate(new TextEncoder().encode(text)))}`;
  return `#${body}.${linkCheck(body)}`;
}

describe('a link', () => {
  test('of many thousand accounts is refused before they are packed, in steps; one that may be short enough is not', async () => {
    let pauses = 0;
    const pause = () => Promise.resolve(void pauses++);
    const refused = await encodeLink(frozen(makeBookPlan(makeStartUpSample(), 4000, 3)), pause);
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'too-long' }] });
    expect(refused.ok ? '' : refused.problems[0]?.message).toContain('more than 32,000 characters');
    expect(pauses).toBeGreaterThan(5);
    const book = makeBookPlan(makeStartUpSample(), 2200, 3);
    const alike = book.accountBook?.accounts.map(({ id }) => ({ id, name: 'A', values: [1, 1] }));
    const plan = frozen({
      ...book,
      ...(book.accountBook && alike && { accountBook: { ...book.accountBook, accounts: alike } }),
    });
    expect(await decodeLink(await linkOf(plan))).toEqual({ ok: true, value: plan });
  });

  test('gives back exactly the plan it was made of, and is made of it again to the letter', async () => {
    await fc.assert(
      fc.asyncProperty(planArbitrary, async (plan) => {
        const link = await linkOf(plan);
        const read = await decodeLink(link);
        expect(read).toEqual({ ok: true, value: plan });
        if (read.ok) expect(await linkOf(read.value)).toBe(link);
      }),
      { numRuns: 60 },
    );
  });

  test('made by the first version is read still', async () => {
    expect(await decodeLink(goldenLink)).toEqual({ ok: true, value: goldenPlanToday });
  });

  test('carries the samples, id, seed and trials included', async () => {
    for (const plan of [makeStartUpSample(), makeThreeRegionSample()])
      expect(await decodeLink(await linkOf(plan))).toEqual({ ok: true, value: plan });
  });

  test('with one wrong character is refused or gives the same plan', async () => {
    const plan = makeStartUpSample();
    const link = await linkOf(plan);
    const character = fc.oneof(
      fc.constantFrom(...'ABCXYZabcxyz0189-_.#%= '),
      fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(link.length - 1), character, async (at, wrong) => {
        const read = await decodeLink(link.slice(0, at) + wrong + link.slice(at + 1));
        if (read.ok) expect(read.value).toEqual(plan);
        else expect(read.problems[0]?.code).toMatch(/^(damaged|foreign|newer)-link$/);
      }),
      { numRuns: 400 },
    );
  });

  test('with one character lost, doubled or swapped with its neighbour is refused or gives the same plan', async () => {
    const plan = makeStartUpSample();
    const link = await linkOf(plan);
    await fc.assert(
      fc.asyncProperty(fc.nat(link.length - 2), fc.constantFrom(0, 1, 2), async (at, kind) => {
        const [one = '', two = ''] = link.slice(at, at + 2);
        const wrong = [two, one + one + two, two + one][kind] ?? '';
        const read = await decodeLink(link.slice(0, at) + wrong + link.slice(at + 2));
        if (read.ok) expect(read.value).toEqual(plan);
      }),
      { numRuns: 300 },
    );
  });

  test('cut off anywhere says that its end is missing', async () => {
    const link = await linkOf(makeStartUpSample());
    for (const length of [
      5,
      20,
      Math.floor(link.length / 2),
      link.length - 9,
      link.length - 7,
      link.length - 1,
    ]) {
      const read = await decodeLink(link.slice(0, length));
      expect(read.ok ? [] : read.problems).toMatchObject([{ code: 'damaged-link' }]);
      expect(read.ok ? '' : read.problems[0]?.message).toContain('the end of it is missing');
    }
  });

  test('altered on its way says so', async () => {
    const link = await linkOf(makeStartUpSample());
    const at = Math.floor(link.length / 2);
    const read = await decodeLink(link.slice(0, at) + (link[at] === 'A' ? 'B' : 'A') + link.slice(at + 1));
    expect(read.ok ? '' : read.problems[0]?.message).toContain('altered on its way');
  });

  test('survives what mail programs do: line breaks, a closing bracket or full stop, the whole address', async () => {
    const plan = makeStartUpSample();
    const link = await linkOf(plan);
    const at = Math.floor(link.length / 2);
    const wrapped = `${link.slice(0, at)}\r\n  ${link.slice(at)}`;
    for (const text of [
      link.slice(1),
      `${link}.`,
      `${link})>`,
      wrapped,
      `https://example.org/turfcast/${link}`,
    ])
      expect(await decodeLink(text)).toEqual({ ok: true, value: plan });
  });

  test('of something else is foreign', async () => {
    for (const fragment of [
      '',
      '#',
      '#/team',
      '#section-2',
      '#p.1',
      '#x1.abc.def',
      '#p0.abc.0000000',
      'hello',
    ])
      expect(await codesOf(fragment)).toEqual(['foreign-link']);
    expect(await codesOf(await fragmentAround('{"a":1}'))).toEqual(['foreign-link']);
    expect(await codesOf(await fragmentAround('no json'))).toEqual(['foreign-link']);
  });

  test('of a newer version says to reload', async () => {
    expect(await codesOf('#p2.abc.0000000')).toEqual(['newer-link']);
    expect(await codesOf('#p17.x')).toEqual(['newer-link']);
    const future = await fragmentAround('[[["format","version"]],[0,"turfcast-plan",99]]');
    expect(await codesOf(future)).toEqual(['newer-link']);
  });

  test('with a plan that breaks a rule names the rule by path', async () => {
    const read = await decodeLink(await fragmentAround('[[["format","version"]],[0,"turfcast-plan",1]]'));
    expect(read.ok ? [] : read.problems.map((problem) => problem.path)).toContain('calendar');
  });

  test('that unpacks to more than the limit is refused', async () => {
    expect(await codesOf(await fragmentAround(' '.repeat(INFLATED_LIMIT + 1)))).toEqual(['foreign-link']);
  });

  test('is not made of a plan that could not be read again', async () => {
    const link = await encodeLink({ ...makeStartUpSample(), name: '' });
    expect(link.ok ? [] : link.problems.map((problem) => problem.path)).toEqual(['name']);
  });

  test('longer than the limit is not made; the problem names both lengths and the way out', async () => {
    const amounts = Array.from({ length: 5000 }, (_, index) => money(Math.sqrt(index + 2) * 1000));
    const sizes: EmpiricalSizes = { kind: 'empirical', amounts, counts: amounts.map(() => 1) };
    const plan = makeStartUpSample();
    const link = await encodeLink({
      ...plan,
      roles: plan.roles.map((role) => ({ ...role, dealSize: sizes })),
    });
    expect(link.ok ? [] : link.problems.map((problem) => problem.code)).toEqual(['too-long']);
    const message = link.ok ? '' : (link.problems[0]?.message ?? '');
    expect(message).toMatch(
      /would have \d\d,\d{3} characters .* 32,000\. Send the plan as a file instead\.$/,
    );
  });

  test('of 200 seats over 24 months fits in a seventh of the limit', async () => {
    expect((await linkOf(makePlanOfSize({ seats: 200, months: 24, seed: 1 }))).length).toBeLessThan(
      LINK_LIMIT / 7,
    );
  });

  const pipeline = sharedFile('data/crm/maven/sales_pipeline.csv');
  test.skipIf(!pipeline)(
    'of the Maven history, every seller with all deal sizes, fits in half of the limit',
    async () => {
      const plan = makeMavenPlan(readFileSync(pipeline ?? '', 'utf8'));
      const link = await linkOf(plan);
      expect(link.length).toBeLessThan(LINK_LIMIT / 2);
      expect(await decodeLink(link)).toEqual({ ok: true, value: plan });
    },
  );
});

/** A plan shaped like an imported one: pooled sizes in the role, each seller's own sizes and posterior in the seat. */
function makeMavenPlan(csv: string): Plan {
  const won = csvParse(csv).filter((row) => row['deal_stage'] === 'Won');
  expect(won.length).toBe(4238);
  const sizesOf = (rows: typeof won): EmpiricalSizes => {
    const counts = new Map<number, number>();
    for (const row of rows)
      counts.set(Number(row['close_value']), (counts.get(Number(row['close_value'])) ?? 0) + 1);
    const ascending = [...counts].sort(([a], [b]) => a - b);
    return {
      kind: 'empirical',
      amounts: ascending.map(([size]) => money(size)),
      counts: ascending.map(([, n]) => n),
    };
  };
  const sellers = [...new Set(won.map((row) => row['sales_agent'] ?? ''))];
  const base = makeStartUpSample();
  const [role] = base.roles;
  if (!role) throw new Error('the sample has a role');
  const seats = sellers.map((name, index): Seat => {
    const own = won.filter((row) => row['sales_agent'] === name);
    const dealsPerMonth = { shape: own.length + Math.sqrt(index + 2), rate: 9 + Math.sqrt(index + 3) / 7 };
    const history = { dealsPerMonth, dealSize: sizesOf(own) };
    const occupant = { kind: 'incumbent' as const, hired: isoDate('2016-10-01'), history };
    return { id: seatId(`seat-${index + 1}`), name, roleId: roleId('seller'), occupant, backfill: true };
  });
  const seller = { ...role, id: roleId('seller'), dealSize: sizesOf(won) };
  return { ...base, roles: [seller], seats };
}
