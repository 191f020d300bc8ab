import type { PlanSource } from '../../model/plan';

/** Where a plan's figures came from, as sentences: what it says itself, then its files by name. */
export function describeSource({ summary, files }: PlanSource): string {
  const said = summary.trim().replace(/[.]?$/, '.');
  if (files.length === 0) return said;
  return `${said} ${files.length === 1 ? 'File' : 'Files'}: ${files.join(', ')}.`;
}
