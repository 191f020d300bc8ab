/** Writes a plan whose accounts are the counties with the weights of the shared instances. Arguments: their folder, the file to write. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePlanFile } from '../../src/io/planFile';
import { makeStartUpSample } from '../../src/model/samples';
import { planId } from '../../src/model/units';
import { makeCountyPlan } from '../support/makeCountyPlan';

const [data = '', file = ''] = process.argv.slice(2);
const [head = '', ...lines] = readFileSync(join(data, 'counties.csv'), 'utf8').trim().split('\n');
const columns = head.split(',');
const rows = lines.map((line) => line.split(','));
const column = (row: readonly string[] | undefined, name: string) => Number(row?.[columns.indexOf(name)]);
const rowOf = new Map(rows.map((row) => [row[columns.indexOf('id')], row] as const));

const plan = makeCountyPlan(makeStartUpSample(), 50);
const book = plan.accountBook;
if (!book) throw new Error('a plan of counties must have a book of accounts, got none');
const accounts = book.accounts.map((each) => {
  const row = rowOf.get(each.id);
  const place = { lon: column(row, 'lon'), lat: column(row, 'lat') };
  return { ...each, place, values: [column(row, 'synth'), null] };
});
const made = { ...plan, id: planId('weighed'), name: 'weighed', accountBook: { ...book, accounts } };
writeFileSync(file, writePlanFile(made));
