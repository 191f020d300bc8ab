/** What spreadsheets show where a formula failed. */
const SHEET_ERROR =
  /^#(N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|BLOCKED!|FIELD!|CONNECT!|UNKNOWN!|BUSY!|GETTING_DATA)$/i;

/** Whether a cell holds the error of a formula, which is no blank: somebody meant a value to be there. */
export const isSheetError = (cell: string): boolean => cell.includes('#') && SHEET_ERROR.test(cell.trim());

/** What is said of such a cell, and what is made of it. */
export const sheetErrorWords = (cell: string) => ({
  message: `a cell must hold a value, got ${cell.trim()}, an error of the spreadsheet`,
  action: 'read as blank',
});
