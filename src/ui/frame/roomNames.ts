import type { Room, RoomPart } from '../../state/rooms';
import type { IconName } from '../kit/iconPaths';

export interface RoomName {
  readonly name: string;
  readonly icon: IconName;
  /** The letter that opens it after `g`. */
  readonly letter: string;
}

/** What the rooms are called, in the order of `ROOMS`. */
export const ROOM_NAMES: Readonly<Record<Room, RoomName>> = {
  plans: { name: 'Plans', icon: 'plans', letter: 'p' },
  outlook: { name: 'Outlook', icon: 'outlook', letter: 'o' },
  team: { name: 'Team', icon: 'team', letter: 't' },
  quota: { name: 'Quota', icon: 'quota', letter: 'q' },
  territories: { name: 'Territories', icon: 'territories', letter: 'r' },
  compare: { name: 'Compare', icon: 'compare', letter: 'c' },
  decide: { name: 'Decide', icon: 'decide', letter: 'e' },
  data: { name: 'Data', icon: 'data', letter: 'd' },
  share: { name: 'Share', icon: 'share', letter: 's' },
};

/** What the parts of rooms are called that have an address of their own. */
export const PART_NAMES: Readonly<Record<RoomPart, string>> = {
  risks: 'Risks',
  money: 'Money',
  map: 'Map of accounts',
  table: 'Table of territories',
  target: 'Safe target',
  matters: 'What matters',
  pipeline: 'Open pipeline',
  brief: 'the brief for the board',
};
