/** Where a chart's marks are drawn, in pixels of its picture. */
export interface PlotBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room left around the marks, in pixels. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The box inside a picture of that size; never turned inside out, however narrow the picture. */
export function makePlotBox(width: number, height: number, margins: Margins): PlotBox {
  return {
    left: margins.left,
    right: Math.max(margins.left + 1, width - margins.right),
    top: margins.top,
    bottom: Math.max(margins.top + 1, height - margins.bottom),
  };
}
