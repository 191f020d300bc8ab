import type { ImportProblem, ProblemCount } from '../../model/history';

/** One rule with how often it was met and the cases that are listed. */
export interface ProblemGroup extends ProblemCount {
  readonly cases: readonly ImportProblem[];
}

/** Problems by rule, the most frequent first; rules met equally often in the order given. */
export function groupProblems(
  problems: readonly ImportProblem[],
  counts: readonly ProblemCount[],
): ProblemGroup[] {
  return counts
    .map((count) => ({ ...count, cases: problems.filter((problem) => problem.rule === count.rule) }))
    .sort((a, b) => b.count - a.count);
}

/** Where a problem is: `sales.csv, row 12, column “Amount”`. */
export function problemPlace(problem: ImportProblem): string {
  return [
    problem.file,
    problem.row !== undefined && `row ${problem.row.toLocaleString('en-US')}`,
    problem.column !== undefined && `column “${problem.column}”`,
  ]
    .filter(Boolean)
    .join(', ');
}
