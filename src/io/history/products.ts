import type { Product } from '../../model/history';
import { foldName } from './folding';
import type { ProblemLog } from './problemLog';
import type { Table } from './table';
import { TableColumns } from './tableColumns';

/** Reads the product tables; a product listed twice counts once. */
export function readProducts(tables: readonly Table[], log: ProblemLog): Product[] {
  const products = new Map<string, Product>();
  for (const table of tables) {
    const columns = new TableColumns(table, log);
    for (const row of table.rows) {
      const name = columns.text(row, 'product');
      if (name === undefined) continue;
      if (products.has(foldName(name))) {
        log.add('product-duplicate', {
          file: table.file,
          row: row.row,
          message: `a product must be listed once, got “${name}” again`,
          action: 'left out; the first row counts',
        });
        continue;
      }
      const price = columns.amount(row, 'listPrice');
      products.set(foldName(name), price === undefined ? { name } : { name, listPrice: price.value });
    }
  }
  return [...products.values()];
}
