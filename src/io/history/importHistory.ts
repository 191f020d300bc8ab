import type { ColumnRole, SalesHistory } from '../../model/history';
import { fail, succeed, type Problem, type Result } from '../../model/problem';
import type { NamedStream } from '../csvText';
import { foldName } from './folding';
import { readOpportunities, type WrittenOpportunity } from './opportunities';
import { joinOwners } from './owners';
import { IMPORT_RULES, ProblemLog } from './problemLog';
import { readProducts } from './products';
import { readSellers } from './sellers';
import { remember } from './remember';
import { countNames, joinSpellings } from './spellings';
import { readTable, type Table } from './table';

export interface ImportSettings {
  readonly signal?: AbortSignal;
  /** Bytes over all files, rising; rows of the file being read. */
  readonly onProgress?: (progress: {
    readonly file: string;
    readonly bytesRead: number;
    readonly bytesTotal: number;
    readonly rows: number;
  }) => void;
}

/**
 * Reads a CRM's files into a history. Give it all files known so far, in any order: they are told apart by their
 * columns, and the same files give the same history. Opportunities alone are enough; the team and product tables
 * add to them. Fails, with nothing read by halves, where a file is no table, where none is recognised, or where
 * the only table of opportunities lacks a column; never throws.
 */
export async function importHistory(
  files: readonly NamedStream[],
  { signal, onProgress }: ImportSettings = {},
): Promise<Result<SalesHistory>> {
  const log = new ProblemLog(IMPORT_RULES);
  const tables: Table[] = [];
  const failures: Problem[] = [];
  const bytesTotal = files.reduce((sum, { size }) => sum + size, 0);
  let bytesBefore = 0;
  for (const file of files.toSorted((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.size - b.size,
  )) {
    const table = await readTable(file, log, signal, (bytes, rows) =>
      onProgress?.({ file: file.name, bytesRead: bytesBefore + bytes, bytesTotal, rows }),
    );
    bytesBefore += file.size;
    if (table.ok) tables.push(table.value);
    else failures.push(...table.problems);
    if (signal?.aborted) break;
  }
  if (failures.length > 0) return fail(failures);
  if (files.length === 0)
    return fail([{ code: 'file-none', path: '', message: 'an import must have files, got none' }]);
  const refused = refusals(tables);
  if (refused.length > 0) return fail(refused);
  for (const { file, report } of tables)
    if (report.leftOut !== undefined)
      log.add('file-left-out', { file, message: report.leftOut, action: 'left out' });
  return succeed(join(tables, log));
}

/** What keeps the tables from being a history at all. */
function refusals(tables: readonly Table[]): Problem[] {
  const problems = tables.flatMap(({ problem }) => (problem === undefined ? [] : [problem]));
  if (tables.some(({ kind }) => kind === 'opportunities')) return [];
  if (tables.every(({ kind }) => kind === 'unrecognised')) return problems;
  return problems.filter(({ code }) => code === 'columns-missing');
}

function join(tables: readonly Table[], log: ProblemLog): SalesHistory {
  const of = (kind: Table['kind']) => tables.filter((table) => table.kind === kind);
  const heading =
    (...roles: ColumnRole[]) =>
    (file: string) =>
      tables
        .find((table) => table.file === file)
        ?.columns.toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role))
        .find(({ role }) => roles.includes(role))?.heading ?? '';
  const team = readSellers(of('sellers'), log);
  const products = readProducts(of('products'), log);
  const written = readOpportunities(of('opportunities'), log);
  const { opportunities, sellers } = joinOwners(
    joinProducts(written, products, heading('product'), log),
    team,
    heading('seller', 'sellerId'),
    log,
  );
  reportSilent(team.sellers, opportunities, of('sellers')[0]?.file, log);
  return {
    opportunities,
    sellers,
    products,
    files: tables.map(({ report }) => report),
    problems: log.problems,
    problemCounts: log.counts,
  };
}

function joinProducts(
  written: readonly WrittenOpportunity[],
  products: SalesHistory['products'],
  headingOf: (file: string) => string,
  log: ProblemLog,
) {
  const columns = countNames(written, headingOf, ({ product }) => product);
  const names = joinSpellings(
    columns,
    products.map(({ name }) => name),
    log,
  );
  const nameOf = remember((product) => names.get(foldName(product)) ?? product);
  return written.map((opportunity) =>
    opportunity.product === undefined || nameOf(opportunity.product) === opportunity.product
      ? opportunity
      : { ...opportunity, product: nameOf(opportunity.product) },
  );
}

function reportSilent(
  team: SalesHistory['sellers'],
  opportunities: SalesHistory['opportunities'],
  file: string | undefined,
  log: ProblemLog,
): void {
  if (file === undefined || opportunities.length === 0) return;
  const selling = new Set(opportunities.map(({ seller }) => seller));
  for (const { name } of team)
    if (!selling.has(name))
      log.add('seller-without-deals', {
        file,
        message: `a seller must have deals to be forecast, got none of ${name}`,
        action: 'no seat was made; add one in Team if they sell',
      });
}
