import { TERRITORY_COLOURS } from '../../../state/splitPicture';

export interface MapColours {
  readonly territories: readonly string[];
  readonly none: string;
  readonly ink: string;
  readonly paper: string;
  readonly line: string;
}

/** A canvas knows no custom properties: what the tokens come to in the theme that holds, read from an element of the page. */
function readColours(probe: HTMLElement): MapColours {
  const read = (token: string) => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  return {
    territories: Array.from({ length: TERRITORY_COLOURS }, (_, colour) => read(`territory-${colour + 1}`)),
    none: read('mark-rest'),
    ink: read('ink'),
    paper: read('surface'),
    line: read('hairline'),
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
