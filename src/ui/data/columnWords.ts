import type { ColumnRole, FileKind } from '../../model/history';

/** What a file holds, for its reader. */
export const fileKindWords: Readonly<Record<FileKind, string>> = {
  opportunities: 'Deals',
  sellers: 'Sellers',
  products: 'Products',
  unrecognised: 'Not used',
};

/** What a column was read as, for its reader. */
export const columnWords: Readonly<Record<ColumnRole, string>> = {
  id: 'deal number',
  name: 'deal name',
  account: 'account',
  seller: 'seller',
  sellerId: 'seller’s number',
  firstName: 'first name',
  lastName: 'last name',
  product: 'product',
  listPrice: 'list price',
  stage: 'stage',
  isWon: 'won or not',
  isClosed: 'closed or not',
  created: 'created on',
  closed: 'closed on',
  expectedClose: 'expected close',
  amount: 'amount',
  manager: 'manager',
  region: 'region',
  segment: 'segment',
  hired: 'hired on',
  quota: 'quota',
  isDeleted: 'deleted or not',
};
