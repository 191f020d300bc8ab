import type { AccountBook, MeasureKind } from '../../model/accountBook';

/** What accounts are measured by, in a line: which is the potential, which the workload, and how many others there are. */
export function measureWords({ measures }: AccountBook): string {
  const named = (kind: MeasureKind) => measures.find((each) => each.kind === kind)?.name ?? 'none';
  const others = measures.filter(({ kind }) => kind === 'other').length;
  const rest = others === 0 ? '' : others === 1 ? ', 1 other' : `, ${others} others`;
  return `potential: ${named('potential')}, workload: ${named('workload')}${rest}`;
}
