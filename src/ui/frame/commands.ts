import { ROOMS, roomParts } from '../../state/rooms';
import type { Session } from '../../state/session.svelte';
import type { IconName } from '../kit/iconPaths';
import type { OpenThing } from './openThing';
import { planCommands } from './planCommands';
import { PART_NAMES, ROOM_NAMES } from './roomNames';

/** One line of the palette. */
export interface PaletteEntry {
  readonly label: string;
  /** What kind of thing it is, or its shortcut. */
  readonly note: string;
  readonly icon: IconName;
  readonly run: () => void;
}

/** What the frame itself can do. */
export interface FrameActions {
  toggleLevers(): void;
  showShortcuts(): void;
  /** Takes the colours of day or night, whichever are not on. */
  switchTheme(): void;
  show(thing: OpenThing): void;
}

/** Everything the palette knows: rooms and their parts, what can be done now, plans, seats, roles, managers and territories by name. */
export function listCommands(session: Session, frame: FrameActions): PaletteEntry[] {
  const { editor, forecast, library, plan } = session;
  const entries: PaletteEntry[] = ROOMS.map((room) => ({
    label: `Go to ${ROOM_NAMES[room].name}`,
    note: `g ${ROOM_NAMES[room].letter}`,
    icon: ROOM_NAMES[room].icon,
    run: () => session.go(room),
  }));
  const add = (icon: IconName, label: string, note: string, run: () => void) =>
    entries.push({ icon, label, note, run });
  for (const { room, part } of roomParts)
    add(ROOM_NAMES[room].icon, `Go to ${PART_NAMES[part]}`, `In ${ROOM_NAMES[room].name}`, () =>
      session.go(room, part),
    );
  if (editor.undoLabel && !session.shared)
    add('undo', `Undo: ${editor.undoLabel}`, 'Ctrl+Z', () => session.undo());
  if (editor.redoLabel && !session.shared)
    add('redo', `Redo: ${editor.redoLabel}`, 'Ctrl+Shift+Z', () => session.redo());
  if (forecast.running) add('stop', 'Stop the run', 'Command', () => forecast.stop());
  else if (session.opened) add('reset', 'Run again', 'Command', () => void forecast.run(plan));
  if (session.shared) add('branch', 'Make this plan mine', 'Command', () => void session.makeMine());
  else if (session.opened) add('branch', 'Branch this plan', 'Command', () => void session.branch());
  add('sliders', 'Show or hide the levers', 'l', () => frame.toggleLevers());
  add('keyboard', 'List the shortcuts', '?', () => frame.showShortcuts());
  add('moon', 'Switch between light and dark', 'Command', () => frame.switchTheme());
  add('plans', 'Add the sample plans', 'Command', () => void session.addSamples());
  if (session.opened) entries.push(...planCommands(session, (thing) => frame.show(thing)));
  for (const card of library.cards)
    if (!session.isOpen(card.id)) add('plans', card.name, 'Plan', () => void session.open(card.id));
  if (!session.opened) return entries;
  for (const { id, name } of plan.seats) add('team', name, 'Seat', () => frame.show({ kind: 'seat', id }));
  for (const { id, name } of plan.roles) add('team', name, 'Role', () => frame.show({ kind: 'role', id }));
  for (const { id, name } of plan.managers)
    add('team', name, 'Manager', () => frame.show({ kind: 'manager', id }));
  for (const { id, name } of plan.territories)
    add('territories', name, 'Territory', () => frame.show({ kind: 'territory', id }));
  return entries;
}

/** The entries whose label has every word typed, those that begin with it first; at most `limit`. */
export function findCommands(entries: readonly PaletteEntry[], typed: string, limit = 40): PaletteEntry[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = entries.filter((entry) => words.every((word) => entry.label.toLowerCase().includes(word)));
  const first = words[0] ?? '';
  const starts = (entry: PaletteEntry) => (entry.label.toLowerCase().startsWith(first) ? 0 : 1);
  return fits.sort((a, b) => starts(a) - starts(b)).slice(0, limit);
}
