import { describe, expect, it } from 'vitest';
import { ROOM_NAMES } from '../../src/ui/frame/roomNames';
import { commandOf, type KeyPress } from '../../src/ui/frame/shortcuts';
import { ROOMS } from '../../src/state/session.svelte';

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
      expect(commandOf(press('z', held), false, false)).toEqual({ kind: 'undo' });
      expect(commandOf(press('Z', { ...held, shiftKey: true }), false, false)).toEqual({ kind: 'redo' });
      expect(commandOf(press('y', held), false, false)).toEqual({ kind: 'redo' });
    }
  });

  it('leaves every key but the palette’s to text that is being typed', () => {
    for (const key of ['z', 'y'])
      expect(commandOf(press(key, { ctrlKey: true }), true, false)).toBeUndefined();
    for (const key of ['?', 'g', 'l', 'o']) expect(commandOf(press(key), true, true)).toBeUndefined();
    expect(commandOf(press('1', { altKey: true }), true, false)).toBeUndefined();
    expect(commandOf(press('k', { ctrlKey: true }), true, false)).toEqual({ kind: 'palette' });
  });

  it('opens every room by its letter after g, and by Alt and its place', () => {
    expect(commandOf(press('g'), false, false)).toBe('awaitRoom');
    ROOMS.forEach((room, index) => {
      expect(commandOf(press(ROOM_NAMES[room].letter), false, true)).toEqual({ kind: 'room', room });
      expect(commandOf(press(String(index + 1), { altKey: true }), false, false)).toEqual({
        kind: 'room',
        room,
      });
    });
  });

  it('gives no two rooms the same letter', () => {
    expect(new Set(ROOMS.map((room) => ROOM_NAMES[room].letter)).size).toBe(ROOMS.length);
  });

  it('does nothing for a letter that names no room', () => {
    expect(commandOf(press('x'), false, true)).toBeUndefined();
    expect(commandOf(press('9', { altKey: true }), false, false)).toBeUndefined();
  });
});
