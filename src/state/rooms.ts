/** The rooms of the app, in the order in which they are listed. */
export const ROOMS = ['plans', 'outlook', 'team', 'data', 'share'] as const;
export type Room = (typeof ROOMS)[number];
