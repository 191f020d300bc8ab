import type { Plan } from '../model/plan';
import type { ImageBuilder } from './imageBuilder';
import * as layout from './kernel/layout';
import * as field from './kernel/records';
import type { makeWords } from './records';

/** Sources that a support role feeds; who feeds none of them waits for nobody. */
export function compileSources(
  plan: Plan,
  roleWords: ReturnType<typeof makeWords>,
  builder: ImageBuilder,
): void {
  const places = new Map(plan.roles.map(({ id }, place) => [id, place]));
  const fedBy: number[] = [];
  const numbers: number[] = [];
  plan.roles.forEach(({ sources = [] }, role) => {
    roleWords.set(role, field.ROLE_FIRST_SOURCE, fedBy.length);
    for (const source of sources) {
      if (!source.fedBy) continue;
      fedBy.push(places.get(source.fedBy.roleId) ?? 0);
      numbers.push(source.share, source.fedBy.sellersPerHead);
    }
    roleWords.set(role, field.ROLE_END_SOURCE, fedBy.length);
  });
  builder.put(layout.SOURCES, Int32Array.from(fedBy));
  builder.put(layout.SOURCE_NUMBERS, Float64Array.from(numbers));
}
