import { describe, expect, it } from 'vitest';
import { ROOM_NAMES } from '../../src/ui/frame/roomNames';
import { commandOf, type KeyPress } from '../../src/ui/frame/shortcuts';
import { ROOMS } from '../../src/state/rooms';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^\d$/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('commandOf', () => {
  it('undoes and redoes with either modifier', () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }]) {
      expect(commandOf(press('z', held), 'none', false)).toEqual({ kind: 'undo' });
      expect(commandOf(press('Z', { ...held, shiftKey: true }), 'none', false)).toEqual({ kind: 'redo' });
      expect(commandOf(press('y', held), 'none', false)).toEqual({ kind: 'redo' });
    }
  });

  it('leaves every key but the palette’s to text that is being typed', () => {
    for (const key of ['z', 'y'])
      expect(commandOf(press(key, { ctrlKey: true }), 'text', false)).toBeUndefined();
    for (const key of ['?', 'g', 'l', 'o']) expect(commandOf(press(key), 'text', true)).toBeUndefined();
    expect(commandOf(press('1', { altKey: true }), 'text', false)).toBeUndefined();
    expect(commandOf(press('k', { ctrlKey: true }), 'text', false)).toEqual({ kind: 'palette' });
  });

  it('takes back the plan’s last change in a field that was not changed, and nothing else there', () => {
    expect(commandOf(press('z', { ctrlKey: true }), 'unchanged', false)).toEqual({ kind: 'undo' });
    expect(commandOf(press('y', { ctrlKey: true }), 'unchanged', false)).toEqual({ kind: 'redo' });
    for (const key of ['?', 'g', 'l', 'o']) expect(commandOf(press(key), 'unchanged', true)).toBeUndefined();
  });

  it('opens every room by its letter after g, and by Alt and its place', () => {
    expect(commandOf(press('g'), 'none', false)).toBe('awaitRoom');
    ROOMS.forEach((room, index) => {
      expect(commandOf(press(ROOM_NAMES[room].letter), 'none', true)).toEqual({ kind: 'room', room });
      expect(commandOf(press(String(index + 1), { altKey: true }), 'none', false)).toEqual({
        kind: 'room',
        room,
      });
    });
  });

  it('gives no two rooms the same letter', () => {
    expect(new Set(ROOMS.map((room) => ROOM_NAMES[room].letter)).size).toBe(ROOMS.length);
  });

  it('does nothing for a letter that names no room', () => {
    expect(commandOf(press('x'), 'none', true)).toBeUndefined();
    expect(commandOf(press('0', { altKey: true }), 'none', false)).toBeUndefined();
  });
});
