import type { SplitDesk } from '../../../state/splitDesk.svelte';
import type { Pixel } from './mapHits';
import type { MapSight } from './mapSight.svelte';
import { panBy } from './mapView';

export const NEARER = 1.35;

export interface KeyedMap {
  readonly desk: SplitDesk;
  readonly sight: MapSight;
  readonly abandon: () => void;
  /** Selects what lies in the middle. */
  readonly pick: () => void;
}

const STEP = 60;

/** Does what a key pressed on the map asks for; false for keys that mean nothing here. */
export function mapKeys(event: KeyboardEvent, { desk, sight, abandon, pick }: KeyedMap): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const pans: Readonly<Record<string, Pixel>> = {
    ArrowLeft: [STEP, 0],
    ArrowRight: [-STEP, 0],
    ArrowUp: [0, STEP],
    ArrowDown: [0, -STEP],
  };
  const pan = pans[event.key];
  if (pan) sight.set(panBy(sight.view, pan[0], pan[1]));
  else if (event.key === '+' || event.key === '=') sight.zoom(NEARER);
  else if (event.key === '-') sight.zoom(1 / NEARER);
  else if (event.key === '0') sight.set(undefined);
  else if (event.key === ' ') pick();
  else if (event.key === 'Enter') desk.edits.move([...desk.selection], desk.active);
  else if (event.key.toLowerCase() === 'l') desk.edits.toggleLock(desk.selection);
  else if (event.key === 'Escape') {
    abandon();
    desk.select([]);
  } else return false;
  return true;
}
