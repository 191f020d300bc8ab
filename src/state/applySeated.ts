import type { TerritorySplit } from '../model/accountBook';
import { applySplit } from '../model/applySplit';
import { seatOver, type Seating } from './planUnder';
import type { Session } from './session.svelte';

/** Puts a split in force and its seats where they are to be under it: one step of undo, whose label it returns. */
export function applySeated(session: Session, split: TerritorySplit, seating: Seating): string {
  const label = `Apply ${split.name} and spread its seats`;
  session.change(label, (plan) => applySplit(seatOver(plan, split, seating), split.id));
  return label;
}
