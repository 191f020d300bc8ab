import { withPauses } from '../../model/inSteps';
import { parsePlanInSteps } from '../../model/parsePlanInSteps';
import type { Plan } from '../../model/plan';
import { fail, succeed, type Result } from '../../model/problem';
import { toBase64url } from './base64url';
import { deflate } from './deflate';
import { LINK_LIMIT, LINK_VERSION, linkCheck } from './linkFormat';
import { packJson } from './packJson';

/**
 * The whole plan as an address fragment, `#p1.<payload>.<check>`: packed (see `packJson`), compressed, in
 * base64url, with a checksum. Id, seed and trials travel too, so that the figures are the same to the last digit.
 * Fails with `too-long` above `LINK_LIMIT` characters.
 */
export async function encodeLink(
  plan: Plan,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<Result<string>> {
  // Said to the sender, who can mend it, and not to the reader of the link.
  const sound = await withPauses(parsePlanInSteps(plan), pause);
  if (!sound.ok) return sound;
  const json = JSON.stringify(packJson(plan));
  const payload = toBase64url(await deflate(new TextEncoder().encode(json)));
  const body = `p${LINK_VERSION}.${payload}`;
  const fragment = `#${body}.${linkCheck(body)}`;
  if (fragment.length <= LINK_LIMIT) return succeed(fragment);
  const [length, limit] = [fragment.length, LINK_LIMIT].map((count) => count.toLocaleString('en'));
  return fail([
    {
      code: 'too-long',
      path: '',
      message: `The link would have ${length} characters and mail or chat may cut off what exceeds ${limit}. Send the plan as a file instead.`,
    },
  ]);
}
