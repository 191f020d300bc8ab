import { describe, expect, it } from 'vitest';
import { findCommands, type PaletteEntry } from '../../src/ui/frame/commands';

const entry = (label: string): PaletteEntry => ({ label, note: '', icon: 'plans', run: () => undefined });
const labels = (typed: string, limit?: number) =>
  findCommands(['Branch this plan', 'Go to Plans', 'Plan B', 'Dalia Kim'].map(entry), typed, limit).map(
    (found) => found.label,
  );

describe('findCommands', () => {
  it('finds what has every word typed, in any order and case', () => {
    expect(labels('KIM dal')).toEqual(['Dalia Kim']);
    expect(labels('kim plan')).toEqual([]);
  });

  it('puts what begins with the first word first, and keeps the order otherwise', () => {
    expect(labels('plan')).toEqual(['Plan B', 'Branch this plan', 'Go to Plans']);
  });

  it('lists everything while nothing is typed, up to its limit', () => {
    expect(labels('')).toHaveLength(4);
    expect(labels(' ', 2)).toEqual(['Branch this plan', 'Go to Plans']);
  });
});
