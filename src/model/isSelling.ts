import type { Role } from './plan';

/** Whether people of a role book: managers and supporters cost, and are missed where they are not there. */
export const isSelling = ({ work }: Pick<Role, 'work'>): boolean => work === undefined || work === 'sell';
