/** Files that were dropped or picked, by what they are for. */
export interface ClassifiedFiles {
  /** Turfcast's own: plans and exports of everything. */
  readonly own: readonly File[];
  /** To be read as tables; whether they are is for the importer to find out. */
  readonly tables: readonly File[];
  /** Names of what cannot be read at all, such as folders. */
  readonly unreadable: readonly string[];
}

/** How much of a file is looked at, in bytes. */
const HEAD = 256;

/** Tells plan files from tables by how their content begins, whatever their names say. */
export async function classifyDrop(files: readonly File[]): Promise<ClassifiedFiles> {
  const kinds = await Promise.all(files.map(kindOf));
  const of = (kind: Kind) => files.filter((_, index) => kinds[index] === kind);
  return { own: of('own'), tables: of('table'), unreadable: of('unreadable').map((file) => file.name) };
}

type Kind = 'own' | 'table' | 'unreadable';

async function kindOf(file: File): Promise<Kind> {
  try {
    const head = await file.slice(0, HEAD).text();
    return head.trimStart().startsWith('{') || (head === '' && file.name.endsWith('.json')) ? 'own' : 'table';
  } catch {
    // A folder, or a file that was moved or locked after it was dropped.
    return 'unreadable';
  }
}
