import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/model/plan';
import { planId } from '../../src/model/units';
import { PlanEditor } from '../../src/state/planEditor.svelte';
import { rename, testPlan } from './support';

type Command = { kind: 'change'; name: string; mergeKey?: string } | { kind: 'undo' | 'redo' | 'endMerge' };

const commands = fc.array(
  fc.oneof(
    fc.record(
      {
        kind: fc.constant('change' as const),
        name: fc.string(),
        mergeKey: fc.constantFrom('drag', 'slider'),
      },
      { requiredKeys: ['kind', 'name'] },
    ),
    fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const, 'endMerge' as const) }),
  ),
  { maxLength: 40 },
);

function apply(editor: PlanEditor, command: Command): void {
  if (command.kind === 'change')
    editor.change('Rename', rename(command.name), command.mergeKey ? { mergeKey: command.mergeKey } : {});
  else editor[command.kind]();
}

function undoAll(editor: PlanEditor): Plan[] {
  const seen = [editor.plan];
  while (editor.undoLabel !== undefined) {
    editor.undo();
    seen.push(editor.plan);
  }
  return seen;
}

describe('the plan editor', () => {
  test('undone to its beginning, any row of edits leaves the plan that was loaded, and redone the plan as it was', () => {
    fc.assert(
      fc.property(commands, (row) => {
        const loaded = testPlan();
        const editor = new PlanEditor(loaded);
        for (const command of row) apply(editor, command);
        while (editor.redoLabel !== undefined) editor.redo();
        const backwards = undoAll(editor);
        expect(editor.plan).toBe(loaded);
        const forwards = [editor.plan];
        while (editor.redoLabel !== undefined) {
          editor.redo();
          forwards.push(editor.plan);
        }
        expect(forwards).toEqual(backwards.reverse());
      }),
      { seed: 20270104, numRuns: 300 },
    );
  });

  test('consecutive changes with one key are one step of undo, until the merge is ended', () => {
    const editor = new PlanEditor(testPlan());
    for (const name of ['a', 'b', 'c']) editor.change('Drag', rename(name), { mergeKey: 'drag' });
    editor.endMerge();
    editor.change('Drag', rename('d'), { mergeKey: 'drag' });
    editor.undo();
    expect(editor.plan.name).toBe('c');
    editor.undo();
    expect(editor.plan.name).toBe('Plan A');
    expect(editor.undoLabel).toBeUndefined();
  });

  test('a new change takes away what could be redone', () => {
    const editor = new PlanEditor(testPlan());
    editor.change('First', rename('a'));
    editor.undo();
    expect(editor.redoLabel).toBe('First');
    editor.change('Second', rename('b'));
    expect(editor.redoLabel).toBeUndefined();
  });

  test('an edit that changes nothing is no step and is told to nobody', () => {
    const told: string[] = [];
    const editor = new PlanEditor(testPlan(), (_, label) => told.push(label));
    editor.change('Nothing', (plan) => plan);
    expect(editor.undoLabel).toBeUndefined();
    expect(told).toEqual([]);
  });

  test('change, undo and redo are each told with the plan they lead to', () => {
    const told: [string, string][] = [];
    const editor = new PlanEditor(testPlan(), (plan, label) => told.push([label, plan.name]));
    editor.change('Rename', rename('b'));
    editor.undo();
    editor.redo();
    expect(told).toEqual([
      ['Rename', 'b'],
      ['Undo: Rename', 'Plan A'],
      ['Redo: Rename', 'b'],
    ]);
  });

  test('a plan that becomes another keeps its history under the new id', () => {
    const editor = new PlanEditor(testPlan());
    editor.change('First', rename('b'));
    editor.change('Second', rename('c'));
    editor.undo();
    editor.become(planId('other'), 'b (branch)');
    expect(editor.plan).toEqual({ ...testPlan(), id: 'other', name: 'b (branch)' });
    editor.redo();
    expect(editor.plan).toEqual({ ...testPlan(), id: 'other', name: 'c' });
    expect(undoAll(editor).map((plan) => plan.id)).toEqual(['other', 'other', 'other']);
  });
});
