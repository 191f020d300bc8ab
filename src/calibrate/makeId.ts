/**
 * An id of a thing by its name (`seat-anna-snelling`), so that the same history gives the same ids and with them
 * the same draws; namesakes are numbered. Adds it to those taken.
 */
export function makeId(kind: string, name: string, taken: Set<string>): string {
  const slug = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100);
  const base = slug === '' ? kind : `${kind}-${slug}`;
  let id = base;
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
  taken.add(id);
  return id;
}
