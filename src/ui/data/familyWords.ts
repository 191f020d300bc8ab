import type { FitReport } from '../../calibrate/report';

interface FamilyWords {
  readonly name: string;
  readonly definition: string;
  readonly formula: string;
}

/** The families fitted to a sample, as readers are told of them. */
export const familyWords: Readonly<Record<FitReport['family'], FamilyWords>> = {
  lognormal: {
    name: 'Lognormal',
    definition:
      'The logarithm of the figure is normal. Its upper tail is long, which can overstate the mean.',
    formula: 'mean = exp(μ + σ²/2)',
  },
  gamma: {
    name: 'Gamma',
    definition:
      'A waiting-time family with a shorter upper tail. Fitted by likelihood it keeps the sample’s mean.',
    formula: 'mean = shape × scale',
  },
};

/** How far a fit's mean lies above (or below) the sample's before it is worth a warning, as a share. */
const NOTABLE = 0.05;

/** A warning where a fit's mean is not the sample's: `Lognormal overstates the mean by 62 %`. */
export function fitWarning(
  family: FitReport['family'],
  fitMean: number,
  sampleMean: number,
): string | undefined {
  const off = fitMean / sampleMean - 1;
  if (!(Math.abs(off) >= NOTABLE)) return undefined;
  const points = Math.round(Math.abs(off) * 100);
  return `${familyWords[family].name} ${off > 0 ? 'overstates' : 'understates'} the mean by ${points}\u202f%`;
}
