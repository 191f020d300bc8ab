export interface ModelSentence {
  readonly section: number;
  readonly text: string;
}

/** The sentences of sections 1 to 8 of the model's specification, in order; a list's items and a formula are blocks of their own. */
export function modelSentences(specification: string): readonly ModelSentence[] {
  const found: ModelSentence[] = [];
  for (const part of specification.split(/^## /m).slice(1)) {
    const section = Number(part.slice(0, part.indexOf('.')));
    if (!(section >= 1 && section <= 8)) continue;
    for (const block of part.slice(part.indexOf('\n') + 1).split(/\n(?=- )|\n\n/)) {
      const flat = block.replaceAll('**', '').replace(/\s+/g, ' ').replace(/^ ?- /, '').trim();
      for (const text of flat.split(/(?<=[.:]) (?=[A-Z])/)) if (text) found.push({ section, text });
    }
  }
  return found;
}
