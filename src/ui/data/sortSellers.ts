import type { SellerReport } from '../../calibrate/report';

/** The columns that sellers can be ordered by, each with the value that orders them. */
export const sellerKeys = {
  name: (seller: SellerReport) => seller.name,
  manager: (seller: SellerReport) => seller.manager ?? '',
  won: (seller: SellerReport) => seller.winRate.won,
  closed: (seller: SellerReport) => seller.winRate.closed,
  winRate: (seller: SellerReport) => seller.winRate.rate,
  dealsPerMonth: (seller: SellerReport) => seller.dealsPerMonth.mean,
  meanDeal: (seller: SellerReport) => seller.meanDeal,
  bookings: (seller: SellerReport) => seller.bookings,
} satisfies Record<string, (seller: SellerReport) => string | number>;

export type SellerKey = keyof typeof sellerKeys;

/** The sellers in the order of that column; names decide where it leaves two equal. */
export function sortSellers(
  sellers: readonly SellerReport[],
  key: SellerKey,
  descending: boolean,
): SellerReport[] {
  const valueOf = sellerKeys[key];
  const compare = (a: string | number, b: string | number) =>
    typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b, 'en') : Number(a) - Number(b);
  return [...sellers].sort((a, b) => {
    const order = compare(valueOf(a), valueOf(b));
    return (descending ? -order : order) || compare(a.name, b.name);
  });
}
