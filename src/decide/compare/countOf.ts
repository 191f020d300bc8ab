import { formatCount } from '../../model/format/formatCount';

/** So many of something: `1 hire`, `3 hires`. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;
