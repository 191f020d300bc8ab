import type { Problem } from '../model/problem';

/** The problem of a file that the system would not read or write. */
export function unreadable(file: string, error: unknown, use: 'read' | 'written' = 'read'): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: use === 'read' ? 'no such file' : 'no such folder',
    EISDIR: 'a folder',
    EACCES: 'no permission',
    ENOSPC: 'a full disk',
  };
  return {
    code: `not-${use}`,
    path: file,
    message: `the file must be one that can be ${use}, got ${reasons[code] ?? code}`,
  };
}
