import { TERRITORY_COLOURS } from '../../../state/splitPicture';

/** Classes of a measure at most, each with a colour of the ramp. */
export const RAMP_COLOURS = 5;

export interface MapColours {
  /** Of dots and stripes. */
  readonly territories: readonly string[];
  /** Of areas, which are larger and therefore calmer. */
  readonly areas: readonly string[];
  /** Of areas that did not move, where what moved is to stand out. */
  readonly faint: readonly string[];
  /** Classes of a measure, from the least. */
  readonly ramp: readonly string[];
  readonly none: string;
  readonly ink: string;
  readonly paper: string;
  readonly line: string;
  readonly caution: string;
}

/** A canvas knows no custom properties: what the tokens come to in the theme that holds, read from an element of the page. */
function readColours(probe: HTMLElement): MapColours {
  const read = (colour: string) => {
    probe.style.color = colour;
    return getComputedStyle(probe).color;
  };
  const token = (name: string) => read(`var(--${name})`);
  const territories = (share: number) =>
    Array.from({ length: TERRITORY_COLOURS }, (_, colour) =>
      read(`color-mix(in srgb, var(--territory-${colour + 1}) ${share}%, var(--surface))`),
    );
  return {
    territories: territories(100),
    areas: territories(62),
    faint: territories(20),
    ramp: Array.from({ length: RAMP_COLOURS }, (_, colour) => token(`ramp-${colour + 1}`)),
    none: token('mark-rest'),
    ink: token('ink'),
    paper: token('surface'),
    line: token('hairline'),
    caution: token('caution'),
  };
}

/** Calls `take` with the colours now and whenever the theme changes; returns what ends it. */
export function followColours(probe: HTMLElement, take: (colours: MapColours) => void): () => void {
  const look = () => take(readColours(probe));
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(look);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  dark.addEventListener('change', look);
  look();
  return () => {
    observer.disconnect();
    dark.removeEventListener('change', look);
  };
}
