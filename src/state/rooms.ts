/** The rooms of the app, in the order in which they are listed. */
export const ROOMS = [
  'plans',
  'outlook',
  'team',
  'quota',
  'territories',
  'compare',
  'decide',
  'data',
  'share',
] as const;
export type Room = (typeof ROOMS)[number];

/** Parts of a room besides the one that it opens with; Territories opens with either of its own. */
export const ROOM_PARTS = {
  outlook: ['risks', 'money'],
  territories: ['map', 'table'],
  decide: ['target', 'matters'],
  data: ['pipeline'],
  share: ['brief'],
} as const satisfies Partial<Record<Room, readonly string[]>>;
export type RoomPart = (typeof ROOM_PARTS)[keyof typeof ROOM_PARTS][number];

/** Where in the app one is. */
export interface Place {
  readonly room: Room;
  /** Absent in the part that the room opens with. */
  readonly part?: RoomPart;
}

/** Every part of a room besides those that rooms open with. */
export const roomParts: readonly Required<Place>[] = (
  ['outlook', 'territories', 'decide', 'data', 'share'] as const
).flatMap((room) => ROOM_PARTS[room].map((part) => ({ room, part })));

/** A place as the page's address has it: `#outlook`, `#outlook/risks`. */
export const formatPlace = ({ room, part }: { readonly room: Room; readonly part?: RoomPart | undefined }) =>
  part ? `#${room}/${part}` : `#${room}`;

/** The place that an address names; undefined for any other address. */
export const parsePlace = (fragment: string): Place | undefined =>
  [...ROOMS.map((room): Place => ({ room })), ...roomParts].find((place) => formatPlace(place) === fragment);
