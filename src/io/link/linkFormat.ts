import { crc32 } from './crc32';

/** The version of the link format that this code writes, and the newest it reads. */
export const LINK_VERSION = 1;

/**
 * The longest fragment a link is made with, in characters. Windows hands a clicked link to the browser on a
 * command line of at most 32,767 characters, Chrome shows addresses up to 32 kB, Slack takes messages of
 * 40,000; what is left pays for the page's own address.
 */
export const LINK_LIMIT = 32_000;

/** Seven digits to the base of 36 hold any 32-bit number. */
export const CHECK_LENGTH = 7;

/** The checksum of a link's version and payload, `p1.<payload>`, as text. */
export function linkCheck(body: string): string {
  return crc32(new TextEncoder().encode(body)).toString(36).padStart(CHECK_LENGTH, '0');
}
