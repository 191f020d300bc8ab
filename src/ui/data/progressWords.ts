import { formatCount } from '../../model/format/formatCount';

const MEGABYTE = 1_000_000;

/** How far the reading is: `sales.csv: 12,400 rows, 3.4 of 8.1 MB`. Sizes in bytes. */
export function progressWords(progress: {
  readonly file: string;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rows: number;
}): string {
  const { file, bytesRead, bytesTotal, rows } = progress;
  const size = (bytes: number) => formatCount(bytes / MEGABYTE, bytesTotal < 100 * MEGABYTE ? 1 : 0);
  return `${file}: ${formatCount(rows)} rows, ${size(bytesRead)} of ${size(bytesTotal)} MB`;
}
