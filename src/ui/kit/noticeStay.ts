import type { Notice } from '../../state/notices.svelte';

/** Milliseconds a letter takes to be read, slowly. */
const LETTER = 60;

/** How long a notice stays by itself, in milliseconds: longer the longer it is, or where there is something to press. */
export function noticeStay(notice: Notice): number | undefined {
  if (notice.tone === 'alarm') return undefined;
  return Math.max(notice.action ? 12_000 : 6_000, notice.text.length * LETTER);
}
