import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
/** A cell's opening tag up to its type, where that is an error. */
const ERROR_CELL = /(<(?:\w+:)?c\b[^>]*?\s)t="e"/g;

/**
 * The same workbook with the errors of formulas as the texts that one sees (`#N/A`): the reader takes them for empty cells. The workbook itself
 * where there are none. Throws where it is no archive. Linear in its unpacked size.
 */
export function showErrors(workbook: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const shown = Object.entries(unzipSync(workbook, { filter: ({ name }) => SHEET.test(name) })).flatMap(
    ([name, bytes]) => {
      const xml = strFromU8(bytes);
      const texts = xml.replace(ERROR_CELL, '$1t="str"');
      return texts === xml ? [] : [[name, strToU8(texts)] as const];
    },
  );
  return shown.length === 0
    ? workbook
    : zipSync({ ...unzipSync(workbook), ...Object.fromEntries(shown) }, { level: 0 });
}
