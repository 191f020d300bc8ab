const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map([...ALPHABET].map((character, value) => [character, value]));

/** Bytes as text of letters, digits, `-` and `_` (RFC 4648 section 5, no padding): safe in an address. */
export function toBase64url(bytes: Uint8Array): string {
  const characters: string[] = [];
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      characters.push(ALPHABET.charAt((held >> bits) & 63));
    }
  }
  if (bits > 0) characters.push(ALPHABET.charAt((held << (6 - bits)) & 63));
  return characters.join('');
}

/** The bytes of such a text; undefined where it holds any other character. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const character of text) {
    const value = VALUES.get(character);
    if (value === undefined) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 255;
  }
  return bytes;
}
