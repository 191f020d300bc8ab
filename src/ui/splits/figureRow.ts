import type { UnitNoun } from '../../model/unitNoun';
import type { SplitFacts } from '../../state/splitFacts';

/** What the words of a row need to know. */
export interface RowContext {
  readonly currency: string;
  readonly tolerance: number;
  readonly measure: string;
  readonly noun: UnitNoun;
  readonly nameOf: ReadonlyMap<string, string>;
  /** Whether reps of that split are still to be told apart. */
  readonly awaits: (facts: SplitFacts) => boolean;
}

export interface FigureCell {
  readonly text: string;
  readonly note?: string;
}

export interface FigureRow {
  readonly term: { readonly word: string; readonly definition: string; readonly formula?: string };
  /** Whether a run has told it. */
  readonly simulated?: true;
  /** Undefined is not known, or not asked of that split. */
  readonly cell: (facts: SplitFacts, context: RowContext) => FigureCell | undefined;
  /** As it goes to a file: name and value, in full precision. */
  readonly raw: (
    facts: SplitFacts,
    context: RowContext,
  ) => readonly (readonly [string, string | number | undefined])[];
}

export interface FigureGroup {
  readonly name: string;
  readonly rows: readonly FigureRow[];
}
