import { createHash } from 'node:crypto';
import type { Plan } from '../../../src/model/plan';
import { outcomeShape, ROW_NAMES, type BlockOutcome } from '../../../src/sim/outcome';

/**
 * The bits of a block by what they are of: `seat x seatMonths`, `role y groupHits`, `bookings` of the plan's trials. Equal
 * digests are equal bits, in whatever order the plan lists its things.
 */
export function figuresOf(plan: Plan, outcome: BlockOutcome): ReadonlyMap<string, string> {
  const figures = new Map<string, string>();
  for (const name of ROW_NAMES) if (name !== 'events') figures.set(name, digest(outcome[name]));
  const words = outcomeShape(plan).eventWords;
  plan.events.forEach(({ id }, index) => {
    const happened = Array.from({ length: outcome.trials }, (_, trial) => {
      const word = outcome.events[trial * words + (index >>> 5)] ?? 0;
      return (word >>> (index & 31)) & 1;
    });
    figures.set(`event ${id}`, digest(Uint8Array.from(happened)));
  });
  addSlices(figures, 'seat', plan.seats, outcome, [
    'seatMonths',
    'seatYears',
    'seatCounts',
    'seatAttainment',
    'seatBookings',
  ]);
  addGroups(figures, plan, outcome);
  return figures;
}

type Things = readonly { readonly id: string }[];

const digest = (array: Float64Array | Uint32Array | Uint16Array | Uint8Array): string =>
  createHash('sha1')
    .update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
    .digest('base64');

function addSlices(
  figures: Map<string, string>,
  kind: string,
  things: Things,
  outcome: BlockOutcome,
  names: readonly ('seatMonths' | 'seatYears' | 'seatCounts' | 'seatAttainment' | 'seatBookings')[],
): void {
  for (const name of names) {
    const width = outcome[name].length / Math.max(1, things.length);
    things.forEach(({ id }, place) =>
      figures.set(`${kind} ${id} ${name}`, digest(outcome[name].slice(place * width, (place + 1) * width))),
    );
  }
}

/** The plan, its regions, managers, territories and roles; months have sketches in the first, second and last alone. */
function addGroups(figures: Map<string, string>, plan: Plan, outcome: BlockOutcome): void {
  const { months, quarters, years, sketches } = outcomeShape(plan);
  const kinds: readonly [string, Things, boolean][] = [
    ['plan', [{ id: '' }], true],
    ['region', plan.regions, true],
    ['manager', plan.managers, false],
    ['territory', plan.territories, false],
    ['role', plan.roles, true],
  ];
  const count = kinds.reduce((sum, [, things]) => sum + things.length, 0);
  const bins = outcome.groupSketches.length / sketches;
  let group = 0;
  let sketch = 0;
  for (const [kind, things, byMonth] of kinds)
    for (const { id } of things) {
      for (const name of ['groupMoments', 'groupHits', 'measureMoments', 'measureSketches'] as const) {
        const width = outcome[name].length / count;
        figures.set(`${kind} ${id} ${name}`, digest(outcome[name].slice(group * width, (group + 1) * width)));
      }
      const held = quarters + years + (byMonth ? months : 0);
      figures.set(
        `${kind} ${id} groupSketches`,
        digest(outcome.groupSketches.slice(sketch * bins, (sketch + held) * bins)),
      );
      sketch += held;
      group++;
    }
}

/** Names of what differs between two blocks. */
export function differences(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): readonly string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => one.get(name) !== other.get(name));
}
