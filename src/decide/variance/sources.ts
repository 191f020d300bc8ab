import { isSelling } from '../../model/isSelling';
import type { Plan } from '../../model/plan';
import type { ChanceSource } from '../../runner/runner';

/** A source of chance with streams of its own. */
export interface SpreadSource {
  readonly id: ChanceSource;
  readonly name: string;
  readonly description: string;
}

const SOURCES: readonly (SpreadSource & { readonly has: (plan: Plan) => boolean })[] = [
  {
    id: 'seat',
    name: 'People and their deals',
    description:
      'who leaves and when, how long vacancies last, when hires start, how skilled people are, how many deals they close and how large; a seat draws these one after the other, so that they cannot be told apart here',
    has: ({ seats }) => seats.length > 0,
  },
  {
    id: 'role',
    name: 'What is not known of the inputs',
    description: 'productivity, deal size and win rate of the roles, drawn from what is known of them',
    has: ({ parameterUncertainty, roles }) =>
      parameterUncertainty &&
      roles.some(
        (role) =>
          isSelling(role) &&
          (role.productivity.cv > 0 || (role.dealSizeCv ?? 0) > 0 || (role.pipeline?.winRateBase ?? 0) > 0),
      ),
  },
  {
    id: 'market',
    name: 'Market',
    description: 'what moves everyone together from quarter to quarter',
    has: ({ market }) => market.sd > 0,
  },
  {
    id: 'territory',
    name: 'Territories',
    description: 'what moves each territory apart from all others',
    has: ({ coverage, territories }) => coverage.territoryShockSd > 0 && territories.length > 0,
  },
  {
    id: 'event',
    name: 'Risk events',
    description: 'whether they happen, and when',
    has: ({ events }) => events.length > 0,
  },
  {
    id: 'opportunity',
    name: 'Open pipeline',
    description: 'which open opportunities are won, and when they close',
    has: ({ openPipeline, roles }) =>
      openPipeline.opportunities.length > 0 && roles.some(({ pipeline }) => pipeline?.opening === 'listed'),
  },
];

/** Every source of chance there can be. */
export const ALL_SOURCES: readonly ChanceSource[] = SOURCES.map(({ id }) => id);

/** The sources of chance that the plan has. */
export const sourcesOf = (plan: Plan): SpreadSource[] =>
  SOURCES.filter(({ has }) => has(plan)).map(({ id, name, description }) => ({ id, name, description }));
