import { ROOMS, type Room } from '../../state/rooms';
import { ROOM_NAMES } from './roomNames';

const WITHOUT_TEXT: readonly string[] = ['range', 'checkbox', 'radio', 'button', 'file'];

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

/** Whether keys go to a text: to none, to one that was not changed since it was committed, or to one being typed. */
export type Typing = 'none' | 'unchanged' | 'text';

/**
 * The command a key press asks for. While text is typed, keys belong to the text: only the palette
 * opens; in a field that was not changed, undo and redo are the plan's. `afterG`: the key before was `g`, and this one may name a room. A `g` itself is `awaitRoom`.
 */
export function commandOf(
  press: KeyPress,
  typing: Typing,
  afterG: boolean,
): Command | 'awaitRoom' | undefined {
  const key = press.key.toLowerCase();
  if (press.ctrlKey || press.metaKey) {
    if (press.altKey) return undefined;
    if (key === 'k') return { kind: 'palette' };
    if (typing === 'text') return undefined;
    if (key === 'z') return { kind: press.shiftKey ? 'redo' : 'undo' };
    return key === 'y' && !press.shiftKey ? { kind: 'redo' } : undefined;
  }
  if (press.altKey) {
    // The code, since Alt changes the character on some keyboards.
    const room = ROOMS[Number(/^Digit([1-9])$/.exec(press.code)?.[1] ?? 0) - 1];
    return room && typing === 'none' ? { kind: 'room', room } : undefined;
  }
  if (typing !== 'none') return undefined;
  if (afterG) {
    const room = ROOMS.find((each) => ROOM_NAMES[each].letter === key);
    return room && { kind: 'room', room };
  }
  if (key === '?') return { kind: 'shortcuts' };
  if (key === 'l') return { kind: 'levers' };
  return key === 'g' ? 'awaitRoom' : undefined;
}

/** What keys pressed on an element mean to it. The kit's fields mark themselves `data-unchanged`. */
export function typingIn(target: EventTarget | null): Typing {
  if (!(target instanceof HTMLElement)) return 'none';
  // Letters choose in it, and there is no text that could be undone.
  if (target instanceof HTMLSelectElement) return 'unchanged';
  const takesText =
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !WITHOUT_TEXT.includes(target.type));
  if (!takesText) return 'none';
  return 'unchanged' in target.dataset ? 'unchanged' : 'text';
}

/** Whether keys held with `Ctrl` elsewhere are held with `⌘` here. */
export const modifier = (): string => (/Mac|iP(hone|ad)/.test(navigator.userAgent) ? '⌘' : 'Ctrl+');
