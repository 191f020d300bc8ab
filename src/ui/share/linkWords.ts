import { formatCount } from '../../model/format/formatCount';

/** Length of the part of an address that carries the plan, after `#`, in characters. */
export function fragmentLength(address: string): number {
  const at = address.indexOf('#');
  return at < 0 ? 0 : address.length - at - 1;
}

/** A link's length against what is allowed: `2,140 of 32,000 characters`. */
export function linkWords(address: string, limit: number): string {
  return `${formatCount(fragmentLength(address))} of ${formatCount(limit)} characters`;
}
