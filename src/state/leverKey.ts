import type { Levers } from '../model/plan';

/** A lever, or the market's swings. */
export type LeverKey = keyof Levers | 'market';
