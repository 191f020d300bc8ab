import type { Component } from 'svelte';
import type { DataImport } from '../../state/dataImport.svelte';
import type { Room } from '../../state/rooms';
import type { Session } from '../../state/session.svelte';
import type { SplitTools } from '../../state/splitTools';

type RoomComponent = Component<{ session: Session; dataImport: DataImport; splitTools: SplitTools }>;

/** How each room but the first is fetched, once it is asked for. */
export const ROOM_LOADERS: Readonly<Record<Exclude<Room, 'outlook'>, () => Promise<RoomComponent>>> = {
  plans: async () => (await import('../plans/PlansRoom.svelte')).default,
  team: async () => (await import('../team/TeamRoom.svelte')).default,
  quota: async () => (await import('../quota/QuotaRoom.svelte')).default,
  territories: async () => (await import('../territories/TerritoriesRoom.svelte')).default,
  compare: async () => (await import('../compare/CompareRoom.svelte')).default,
  decide: async () => (await import('../decide/DecideRoom.svelte')).default,
  data: async () => (await import('../data/DataRoom.svelte')).default,
  share: async () => (await import('../share/ShareRoom.svelte')).default,
};
