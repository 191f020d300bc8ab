import { strFromU8, unzipSync } from 'fflate';

export interface ReadCell {
  readonly type: 'text' | 'number';
  readonly value: string | number;
  /** The cell's number format, where it has one of its own. */
  readonly format?: string;
}

export interface ReadSheet {
  readonly name: string;
  readonly xml: string;
  /** By address, such as `B2`; empty cells are absent. */
  readonly cells: ReadonlyMap<string, ReadCell>;
}

const plain = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll(/&#x?([\da-f]+);/gi, (whole, code: string) =>
      String.fromCodePoint(parseInt(code, whole.includes('x') ? 16 : 10)),
    )
    .replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];

/** A workbook's bytes read as a spreadsheet would: parts, shared texts, styles; every cell of every sheet. */
export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  const files = unzipSync(bytes);
  const part = (name: string) => {
    const file = files[name];
    return file ? strFromU8(file) : '';
  };
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, item = '']) =>
    plain([...item.matchAll(/<t[^>]*>([\s\S]*?)<\/t>/g)].map(([, text = '']) => text).join('')),
  );
  const styles = part('xl/styles.xml');
  const formats = new Map(
    [...styles.matchAll(/<numFmt ([^>]*)\/>/g)].map(([, tag = '']) => [
      attribute(tag, 'numFmtId'),
      plain(attribute(tag, 'formatCode') ?? ''),
    ]),
  );
  const cellStyles = [...(/<cellXfs[\s\S]*?<\/cellXfs>/.exec(styles)?.[0] ?? '').matchAll(/<xf ([^>]*)>/g)];
  const targets = new Map(
    [...part('xl/_rels/workbook.xml.rels').matchAll(/<Relationship ([^>]*)\/>/g)].map(([, tag = '']) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target')?.replace(/^\/xl\//, ''),
    ]),
  );
  return [...part('xl/workbook.xml').matchAll(/<sheet ([^>]*)\/>/g)].map(([, tag = '']) => {
    const xml = part(`xl/${targets.get(attribute(tag, 'r:id')) ?? ''}`);
    const cells = new Map<string, ReadCell>();
    for (const [, head = '', body = ''] of xml.matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const value = /<v[^>]*>([\s\S]*?)<\/v>/.exec(body)?.[1];
      const inline = /<t[^>]*>([\s\S]*?)<\/t>/.exec(body)?.[1];
      const address = attribute(head, 'r') ?? '';
      const type = attribute(head, 't');
      if (value === undefined && inline === undefined) continue;
      const style = cellStyles[Number(attribute(head, 's') ?? 0)]?.[1] ?? '';
      const format = formats.get(attribute(style, 'numFmtId'));
      const own = format === undefined ? {} : { format };
      if (type === 's') cells.set(address, { type: 'text', value: shared[Number(value)] ?? '', ...own });
      else if (type === 'inlineStr' || type === 'str')
        cells.set(address, { type: 'text', value: plain(inline ?? value ?? ''), ...own });
      else cells.set(address, { type: 'number', value: Number(value), ...own });
    }
    return { name: plain(attribute(tag, 'name') ?? ''), xml, cells };
  });
}
