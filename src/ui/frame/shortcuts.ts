import { ROOMS, type Room } from '../../state/session.svelte';
import { ROOM_NAMES } from './roomNames';

/** What of a key event matters here. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export type Command =
  | { readonly kind: 'undo' | 'redo' | 'palette' | 'shortcuts' | 'levers' }
  | { readonly kind: 'room'; readonly room: Room };

/**
 * The command a key press asks for. While text is typed, keys belong to the text: only the palette
 * opens. `afterG`: the key before was `g`, and this one may name a room. A `g` itself is `awaitRoom`.
 */
export function commandOf(
  press: KeyPress,
  typing: boolean,
  afterG: boolean,
): Command | 'awaitRoom' | undefined {
  const key = press.key.toLowerCase();
  if (press.ctrlKey || press.metaKey) {
    if (press.altKey) return undefined;
    if (key === 'k') return { kind: 'palette' };
    if (typing) return undefined;
    if (key === 'z') return { kind: press.shiftKey ? 'redo' : 'undo' };
    return key === 'y' && !press.shiftKey ? { kind: 'redo' } : undefined;
  }
  if (press.altKey) {
    // The code, since Alt changes the character on some keyboards.
    const room = ROOMS[Number(/^Digit([1-9])$/.exec(press.code)?.[1] ?? 0) - 1];
    return room && !typing ? { kind: 'room', room } : undefined;
  }
  if (typing) return undefined;
  if (afterG) {
    const room = ROOMS.find((each) => ROOM_NAMES[each].letter === key);
    return room && { kind: 'room', room };
  }
  if (key === '?') return { kind: 'shortcuts' };
  if (key === 'l') return { kind: 'levers' };
  return key === 'g' ? 'awaitRoom' : undefined;
}

/** Whether an element takes text, so that keys and undo are its own. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return (
    target instanceof HTMLInputElement &&
    !['range', 'checkbox', 'radio', 'button', 'file'].includes(target.type)
  );
}

/** Whether keys held with `Ctrl` elsewhere are held with `⌘` here. */
export const modifier = (): string => (/Mac|iP(hone|ad)/.test(navigator.userAgent) ? '⌘' : 'Ctrl+');
