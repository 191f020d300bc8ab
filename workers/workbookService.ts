import { writeWorkbook } from '../src/io/xlsx/writeWorkbook';
import type { WorkbookWorker } from './protocol';

/** What the workbook worker does, without the worker. */
export const workbookService: WorkbookWorker = { write: writeWorkbook };
