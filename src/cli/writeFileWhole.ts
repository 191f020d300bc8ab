import { rename, rm, writeFile } from 'node:fs/promises';
import { fail, succeed, type Result } from '../model/problem';
import { unreadable } from './unreadable';

/** Writes a file or leaves what was there: never one half-written. */
export async function writeFileWhole(file: string, text: string): Promise<Result<undefined>> {
  const draft = `${file}.${process.pid}.part`;
  try {
    await writeFile(draft, text);
    await rename(draft, file);
    return succeed(undefined);
  } catch (error) {
    await rm(draft, { force: true });
    return fail([unreadable(file, error, 'written')]);
  }
}
