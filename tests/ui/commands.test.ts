import { describe, expect, it } from 'vitest';
import { makeThreeRegionSample } from '../../src/model/samples';
import { territoryId } from '../../src/model/units';
import { findCommands, listCommands, type PaletteEntry } from '../../src/ui/frame/commands';
import type { OpenThing } from '../../src/ui/frame/openThing';
import { openSession, openTab } from '../state/support';

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

describe('listCommands', () => {
  const sample = {
    ...makeThreeRegionSample(),
    territories: [{ id: territoryId('alps'), name: 'Alps', workload: 0 }],
  };
  async function listed() {
    const { session } = openSession(openTab());
    await session.adopt(sample, 'New plan');
    const shown: OpenThing[] = [];
    const entries = listCommands(session, {
      toggleLevers: () => undefined,
      showShortcuts: () => undefined,
      switchTheme: () => undefined,
      show: (thing) => shown.push(thing),
    });
    return { session, shown, entries };
  }

  it('has every seat, role, manager and territory by its name, and opens it', async () => {
    const { entries, shown } = await listed();
    for (const [kind, list] of [
      ['seat', sample.seats],
      ['role', sample.roles],
      ['manager', sample.managers],
      ['territory', sample.territories],
    ] as const) {
      const found = entries.filter(({ note }) => note.toLowerCase() === kind);
      expect(found.map(({ label }) => label)).toEqual(list.map(({ name }) => name));
      found.at(-1)?.run();
      expect(shown.at(-1)).toEqual({ kind, id: list.at(-1)?.id });
    }
  });

  it('changes where quotas come from as one edit, and offers the way back', async () => {
    const { session, entries } = await listed();
    entries.find(({ label }) => label === 'Hand quotas down from the target')?.run();
    expect([session.plan.quota.source, session.room]).toEqual(['topDown', 'quota']);
    session.undo();
    expect(session.plan.quota.source).toBe('stated');
  });
});
