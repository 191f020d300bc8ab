/** Where opportunities come from besides the sellers themselves; what the sources leave is self-generated. */
import { formatCount } from '../../model/format/formatCount';
import type { PipelineSource, Plan, Role } from '../../model/plan';
import { patched } from '../../model/patch';
import { segmentDefaults } from '../../model/segmentDefaults';
import { share, type RoleId } from '../../model/units';
import { nearestSegment } from './pipelineForm';
import { listWords, percentWords } from './percentWords';

export type Sources = readonly PipelineSource[];

/** As many sources, and as many sellers to a head, as `parsePlan` allows. */
export const MOST_SOURCES = 50;
export const MOST_PER_HEAD = 5000;

/** Judgement: what a new source is taken to bring until its share is typed. */
const USUAL_SHARE = 0.2;
const USUAL_NAMES = ['Marketing', 'Partners', 'Events'];

/** Share of opportunities that the sellers find themselves. */
export const selfGenerated = (sources: Sources): number =>
  Math.max(0, Number((1 - sources.reduce((sum, each) => sum + each.share, 0)).toPrecision(12)));

/** The most that a source's share may be: its own and what is self-generated. */
export const mostSourceShare = (sources: Sources, index: number): number =>
  Math.min(1, Number(((sources[index]?.share ?? 0) + selfGenerated(sources)).toPrecision(12)));

/** The plan's roles that can feed a source. */
export const supportRoles = (plan: Pick<Plan, 'roles'>): readonly Role[] =>
  plan.roles.filter(({ work }) => work === 'support');

/** How many sellers one of them is usually planned for. */
export const usualPerHead = (role: Pick<Role, 'dealSize'>): number =>
  segmentDefaults[nearestSegment(role)].sellersPerSdr.value;

/** The sources with one more: fed by the first support role that feeds none yet, else by nobody. */
export function addSource(plan: Plan, role: Role): Sources {
  const sources = role.sources ?? [];
  const feeding = new Set(sources.map(({ fedBy }) => fedBy?.roleId));
  const feeder = supportRoles(plan).find(({ id }) => !feeding.has(id));
  const names = new Set(sources.map(({ name }) => name));
  const name = feeder?.name ?? USUAL_NAMES.find((each) => !names.has(each)) ?? `Source ${sources.length + 1}`;
  const most = share(Math.min(USUAL_SHARE, selfGenerated(sources)));
  return [
    ...sources,
    {
      name,
      share: most,
      ...(feeder && { fedBy: { roleId: feeder.id, sellersPerHead: usualPerHead(role) } }),
    },
  ];
}

/** The sources with some figures of one replaced. */
export const changeSource = (sources: Sources, index: number, figures: Partial<PipelineSource>): Sources =>
  sources.map((source, at) => (at === index ? { ...source, ...figures } : source));

/** The source fed by people of that role, or by nobody. */
export const feedSource = (role: Role, index: number, roleId: RoleId | undefined): Sources =>
  (role.sources ?? []).map((source, at) =>
    at === index
      ? patched<PipelineSource>(source, {
          fedBy: roleId && {
            roleId,
            sellersPerHead: source.fedBy?.sellersPerHead ?? usualPerHead(role),
          },
        })
      : source,
  );

/** The sources without one, as a role has them: none at all is no list. */
export function removeSource(sources: Sources, index: number): Sources | undefined {
  const rest = sources.filter((_, at) => at !== index);
  return rest.length === 0 ? undefined : rest;
}

/** People that feed a source, as the plan has seats for them, and how many its sellers' seats call for; undefined where nobody feeds it. */
export function headsOf(
  plan: Pick<Plan, 'seats'>,
  role: Pick<Role, 'id'>,
  { fedBy }: PipelineSource,
): { readonly planned: number; readonly needed: number } | undefined {
  if (!fedBy) return undefined;
  const seatsOf = (id: RoleId) => plan.seats.filter((seat) => seat.roleId === id).length;
  return { planned: seatsOf(fedBy.roleId), needed: seatsOf(role.id) / fedBy.sellersPerHead };
}

/** `10 sellers need 4, 3 planned`. */
export const headsWords = ({ planned, needed }: { planned: number; needed: number }): string =>
  `${formatCount(needed, Number.isInteger(needed) ? 0 : 1)} needed, ${planned === 0 ? 'none' : formatCount(planned)} planned`;

/** A role's sources in a line: `40 % SDR, 30 % Marketing, 30 % self-generated`. */
export function sourcesWords({ sources = [] }: Pick<Role, 'sources'>): string {
  if (sources.length === 0) return 'All self-generated';
  const own = selfGenerated(sources);
  return listWords([
    ...sources.map(({ name, share: part }) => `${percentWords(part)} ${name}`),
    ...(own > 0 ? [`${percentWords(own)} self-generated`] : []),
  ]);
}

/** Which sources have too few people to feed them; undefined for none. */
export function sourcesCaution(plan: Plan, role: Role): string | undefined {
  const short = (role.sources ?? []).filter((source) => {
    const heads = headsOf(plan, role, source);
    return heads && heads.planned < heads.needed - 1e-9;
  });
  return short.length === 0 ? undefined : `Too few people for ${listWords(short.map(({ name }) => name))}`;
}
