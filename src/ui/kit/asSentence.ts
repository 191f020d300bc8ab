/** A message as a sentence of its own: begun with a capital (but no file name changed), ended with a full stop. */
export function asSentence(message: string): string {
  const text = message.trim();
  const [first = ''] = text.split(/\s/, 1);
  const begun = /^[a-z’-]+$/.test(first) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}
