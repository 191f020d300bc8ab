import { readFileSync } from 'node:fs';
import { sharedFile } from './shared';

/** A block of the shared reference of closed forms: what it is worked out for, and its figures. */
export interface ClosedForm {
  readonly params: Readonly<Record<string, unknown>>;
  readonly values: Readonly<Record<string, number>>;
}

/** The block of that name; undefined where the shared folder is absent. Throws where the reference has no such block. */
export function closedForm(name: string): ClosedForm | undefined {
  const path = sharedFile('reference/closed_forms.json');
  if (path === undefined) return undefined;
  const block = JSON.parse(readFileSync(path, 'utf8')).values[name];
  if (block === undefined) throw new Error(`the closed forms must have a block ${name}`);
  return block;
}
