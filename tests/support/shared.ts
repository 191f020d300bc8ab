import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The absolute path of a file of the shared folder that lies beside the project (`../shared`), or undefined
 * where there is none: a test that needs it then skips itself and says so.
 */
export function sharedFile(relative: string): string | undefined {
  const path = fileURLToPath(new URL(`../../../shared/${relative}`, import.meta.url));
  return existsSync(path) ? path : undefined;
}
