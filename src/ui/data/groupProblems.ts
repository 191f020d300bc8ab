import type { FileReport, ImportProblem, ProblemCount } from '../../model/history';

/** One rule with how often it was met and the cases that are listed. */
export interface ProblemGroup extends ProblemCount {
  readonly cases: readonly ImportProblem[];
  /** Rows of the one file that all cases lie in; absent where they are not rows of one file. */
  readonly ofRows?: number;
}

/** Problems by rule, the most frequent first; rules met equally often in the order given. */
export function groupProblems(
  problems: readonly ImportProblem[],
  counts: readonly ProblemCount[],
  files: readonly FileReport[],
): ProblemGroup[] {
  return counts
    .map((count): ProblemGroup => {
      const cases = problems.filter((problem) => problem.rule === count.rule);
      const [first] = cases;
      const inRows = cases.every((problem) => problem.row !== undefined && problem.file === first?.file);
      const rows = files.find((file) => file.name === first?.file)?.rows;
      return { ...count, cases, ...(inRows && rows !== undefined && { ofRows: rows }) };
    })
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
