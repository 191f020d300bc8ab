import type { ProblemLog } from '../history/problemLog';

/** Every rule that areas on their way in may report, with the words that head its list. */
export const AREA_RULES = [
  ['cell-error', 'Errors of the spreadsheet'],
  ['area-unknown', 'Areas that are not known'],
  ['area-duplicate', 'Areas that have a row already'],
  ['code-zeros', 'Codes that had lost their zeros'],
  ['measure-unusable', 'Measures that cannot be used'],
  ['properties-chosen', 'What the regions are called by'],
  ['crs-named', 'Another coordinate system'],
  ['coordinates-swapped', 'Latitude and longitude swapped'],
  ['region-empty', 'Regions without an outline'],
  ['region-no-polygon', 'Geometries that are no areas'],
  ['ring-open', 'Outlines that do not close'],
  ['ring-thin', 'Outlines of fewer than three corners'],
  ['region-parts', 'Regions in several features'],
  ['region-overlap', 'Regions that overlap'],
  ['region-alone', 'Regions that touch no other'],
  ['outline-simplified', 'Outlines with corners left out'],
  ['area-outside', 'Accounts outside every area'],
  ['account-placeless', 'Accounts without a place'],
  ['id-taken', 'Accounts whose id is that of an area'],
  ['value-unknown', 'Accounts whose measure is not known'],
] as const;

export type AreaRule = (typeof AREA_RULES)[number][0];
export type AreaLog = ProblemLog<AreaRule>;
