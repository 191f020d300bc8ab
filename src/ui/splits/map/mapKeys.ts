import type { SplitDesk } from '../../../state/splitDesk.svelte';
import type { Pixel } from './mapHits';
import { panBy, zoomAt, type MapView } from './mapView';

export interface KeyedMap {
  readonly desk: SplitDesk;
  readonly abandon: () => void;
  readonly view: MapView;
  /** Undefined shows everything. */
  readonly setView: (view: MapView | undefined) => void;
  readonly middle: Pixel;
}

const STEP = 60;
const NEARER = 1.35;

/** Does what a key pressed on the map asks for; false for keys that mean nothing here. */
export function mapKeys(
  event: KeyboardEvent,
  { desk, abandon, view, setView, middle: [x, y] }: KeyedMap,
): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const pans: Readonly<Record<string, Pixel>> = {
    ArrowLeft: [STEP, 0],
    ArrowRight: [-STEP, 0],
    ArrowUp: [0, STEP],
    ArrowDown: [0, -STEP],
  };
  const pan = pans[event.key];
  if (pan) setView(panBy(view, pan[0], pan[1]));
  else if (event.key === '+' || event.key === '=') setView(zoomAt(view, NEARER, x, y));
  else if (event.key === '-') setView(zoomAt(view, 1 / NEARER, x, y));
  else if (event.key === '0') setView(undefined);
  else if (event.key.toLowerCase() === 'l') desk.toggleLock();
  else if (event.key === 'Escape') {
    abandon();
    desk.select([]);
  } else return false;
  return true;
}
