import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { NamedStream } from '../io/csvText';
import { fail, succeed, type Result } from '../model/problem';
import { unreadable } from './unreadable';

/** A file on the disk to be read as a stream. */
export async function openFile(file: string): Promise<Result<NamedStream>> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    return succeed({
      name: basename(file),
      size: found.size,
      stream: () => ({
        getReader: () => Readable.toWeb(createReadStream(file)).getReader(),
      }),
    });
  } catch (error) {
    return fail([unreadable(file, error)]);
  }
}
