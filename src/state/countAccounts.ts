import { formatCount } from '../model/format/formatCount';

export const countAccounts = (count: number): string =>
  `${formatCount(count)} ${count === 1 ? 'account' : 'accounts'}`;
