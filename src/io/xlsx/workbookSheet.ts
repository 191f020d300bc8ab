/** How a figure is shown: `month` and `date` are ISO text (`2027-03`, `2027-03-15`) and become real dates. */
export type CellFormat = 'money' | 'count' | 'decimal' | 'share' | 'month' | 'date';

/** Text, a figure at full precision, or nothing; with a format of its own where its column has none or another one. */
export type WorkbookCell =
  string | number | undefined | { readonly value: string | number; readonly format: CellFormat };

export interface WorkbookColumn {
  readonly header: string;
  readonly format?: CellFormat;
  /** In letters; as wide as its content where absent. */
  readonly width?: number;
}

/** A sheet of a workbook: a heading that stays in view, and rows below it. */
export interface WorkbookSheet {
  readonly name: string;
  /** ISO 4217 code of its money. */
  readonly currency: string;
  readonly columns: readonly WorkbookColumn[];
  readonly rows: readonly (readonly WorkbookCell[])[];
}
