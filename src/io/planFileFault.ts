/** Where a text stops being JSON; line and column from one. `found` is empty at the end of the text. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly found: string;
}

const TOKEN =
  /[ \t\r\n]*(?:([{}[\]:,])|("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y;

/** A string or a word whose end is missing because the text ends. */
const CUT_TOKEN = /^(?:"(?:[^"\\\n]|\\.)*\\?|t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?|-)$/;

type Wanted = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end';

/**
 * The first place where a text breaks the grammar of JSON (RFC 8259), or undefined where it keeps it. The messages
 * of `JSON.parse` differ between browsers and mostly lack the place. Cost linear in the text.
 */
export function planFileFault(text: string): JsonFault | undefined {
  const open: string[] = [];
  let wanted: Wanted = 'value';
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    const next: Wanted | null | undefined =
      token && step(wanted, token[1] ?? (token[2] === undefined ? 'scalar' : 'string'), open);
    if (!next) break;
    wanted = next;
    at = TOKEN.lastIndex;
  }
  const left = text.slice(at).replace(/^[ \t\r\n]+/, '');
  const rest = /^[vk]/.test(wanted) && CUT_TOKEN.test(left) ? '' : left;
  if (rest === '' && open.length === 0 && wanted === 'comma or end') return undefined;
  const before = text.slice(0, text.length - rest.length).split('\n');
  return {
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
    found: [...rest.slice(0, 2)][0] ?? '',
  };
}

/** What is wanted after that token; undefined where the token is out of place. Keeps `open`, the brackets not yet closed. */
function step(wanted: Wanted, token: string, open: string[]): Wanted | undefined {
  const inObject = open.at(-1) === '{';
  switch (token) {
    case '{':
    case '[':
      if (!wanted.startsWith('value')) return undefined;
      open.push(token);
      return token === '{' ? 'key or end' : 'value or end';
    case '}':
    case ']':
      if (!wanted.endsWith('end') || open.at(-1) !== (token === '}' ? '{' : '[')) return undefined;
      open.pop();
      return 'comma or end';
    case ':':
      return wanted === 'colon' ? 'value' : undefined;
    case ',':
      if (wanted !== 'comma or end' || open.length === 0) return undefined;
      return inObject ? 'key' : 'value';
    case 'string':
      if (wanted.startsWith('key')) return 'colon';
      return wanted.startsWith('value') ? 'comma or end' : undefined;
    default:
      return wanted.startsWith('value') ? 'comma or end' : undefined;
  }
}
