import { openAsBlob } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import type { NamedStream } from '../../src/io/csvText';
import { importHistory } from '../../src/io/history/importHistory';
import type { ImportProblem, SalesHistory } from '../../src/model/history';
import { sharedFile } from './shared';

const named = (name: string, blob: Blob): NamedStream => ({
  name,
  size: blob.size,
  stream: () => blob.stream(),
});

/** A file that holds that text or these bytes. */
export const fileOf = (name: string, ...parts: BlobPart[]): NamedStream => named(name, new Blob(parts));

/** Every file of a folder of shared CRM exports; undefined where it is absent. */
export async function crmFiles(folder: string): Promise<NamedStream[] | undefined> {
  const path = sharedFile(`data/crm/${folder}`);
  if (path === undefined) return undefined;
  const names = (await readdir(path)).toSorted();
  return Promise.all(names.map(async (name) => named(basename(name), await openAsBlob(`${path}/${name}`))));
}

/** The history in files that must be readable; throws with the problems otherwise. */
export async function historyOf(files: readonly NamedStream[]): Promise<SalesHistory> {
  const history = await importHistory(files);
  if (!history.ok) throw new Error(JSON.stringify(history.problems, null, 2));
  return history.value;
}

/** Won, lost and open opportunities, sellers. */
export function countsOf({ opportunities, sellers }: SalesHistory): number[] {
  const of = (outcome: string) => opportunities.filter((each) => each.outcome === outcome).length;
  return [of('won'), of('lost'), of('open'), sellers.length];
}

/** Problems of one rule as `row column: message → action`. */
export const problemsOf = ({ problems }: SalesHistory, rule: string): string[] =>
  problems
    .filter((problem) => problem.rule === rule)
    .map(
      ({ row, column, message, action }: ImportProblem) =>
        `${row ?? '-'} ${column ?? '-'}: ${message} → ${action}`,
    );
