import { withPauses } from '../../model/inSteps';
import { parsePlanInSteps } from '../../model/parsePlanInSteps';
import type { Plan } from '../../model/plan';
import { fail, succeed, type Result } from '../../model/problem';
import { writePlanFileInSteps } from '../planFile';
import { toBase64url } from './base64url';
import { deflate } from './deflate';
import { LINK_LIMIT, LINK_VERSION, linkCheck } from './linkFormat';
import { packJson } from './packJson';

/** So few are packed in some 50 ms. */
const MANY_ACCOUNTS = 2000;
/** A text that compresses to so many times the limit is too long for a link however it is packed: packing saves a third. */
const HOPELESS = 4;

/**
 * The whole plan as an address fragment, `#p1.<payload>.<check>`: packed (see `packJson`), compressed, in
 * base64url, with a checksum. Id, seed and trials travel too, so that the figures are the same to the last digit.
 * Fails with `too-long` above `LINK_LIMIT` characters: of many thousand accounts, which take long to pack, before they are.
 */
export async function encodeLink(
  plan: Plan,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<Result<string>> {
  // Said to the sender, who can mend it, and not to the reader of the link.
  const sound = await withPauses(parsePlanInSteps(plan), pause);
  if (!sound.ok) return sound;
  if ((plan.accountBook?.accounts.length ?? 0) > MANY_ACCOUNTS) {
    const text = await withPauses(writePlanFileInSteps(plan), pause);
    const { length } = await deflate(new TextEncoder().encode(text));
    if (length > HOPELESS * LINK_LIMIT) return tooLong(`more than ${LINK_LIMIT.toLocaleString('en')}`);
  }
  const json = JSON.stringify(packJson(plan));
  const payload = toBase64url(await deflate(new TextEncoder().encode(json)));
  const body = `p${LINK_VERSION}.${payload}`;
  const fragment = `#${body}.${linkCheck(body)}`;
  if (fragment.length <= LINK_LIMIT) return succeed(fragment);
  return tooLong(fragment.length.toLocaleString('en'));
}

const tooLong = (length: string): Result<never> =>
  fail([
    {
      code: 'too-long',
      path: '',
      message: `The link would have ${length} characters and mail or chat may cut off what exceeds ${LINK_LIMIT.toLocaleString('en')}. Send the plan as a file instead.`,
    },
  ]);
