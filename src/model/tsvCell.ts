/** A cell that a spreadsheet keeps in one piece: in quotes where it holds a tab, a line break or a leading quote. */
export const tsvCell = (text: string): string =>
  /[\t\n\r]|^\s*"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
