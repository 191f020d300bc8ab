import { describe, expect, it } from 'vitest';
import { applyPreset, isFromPreset } from '../../src/model/applyPreset';
import { attainmentBenchmarks, benchmarkPresets, presetFields } from '../../src/model/benchmarkPresets';
import { noteOn, setNote } from '../../src/model/editNotes';
import { updateRole } from '../../src/model/editPlan';
import { parsePlan } from '../../src/model/parsePlan';
import type { Plan, Role } from '../../src/model/plan';
import { segmentDefaults } from '../../src/model/segmentDefaults';
import { money, share } from '../../src/model/units';
import { PlanEditor } from '../../src/state/planEditor.svelte';
import { presetGroups } from '../../src/ui/team/presetRows';
import { frozen } from '../support/frozen';
import { makeFullPlan } from '../support/makeFullPlan';

const plan = frozen(makeFullPlan());
const id = plan.roles[0]!.id;
const roleOf = (next: Plan): Role => next.roles.find((role) => role.id === id)!;
const preset = (name: string) => benchmarkPresets.find((each) => each.id === name)!;
const about = { kind: 'role', id } as const;

describe('presets', () => {
  it('are the sources’ figures, to the digit', () => {
    // CSO Insights; Bridge Group 2024; rule of thumb; Kellogg 2020; Ebsta × Pavilion 2025: each as published.
    const figures = Object.fromEntries(benchmarkPresets.map((each) => [each.id, each.figure.value]));
    expect(figures).toMatchObject({
      'cso-attrition': 0.258,
      'aggregated-attrition-low': 0.34,
      'aggregated-attrition-high': 0.35,
      'kellogg-ramp': [0, 0, 0, 0.25, 0.25, 0.25, 0.5, 0.5, 0.5],
      'bridge-quota': 800_000,
      'bridge-ratio': 4.2,
      'thumb-ratio': 5,
      'bridge-base': 0.53,
      'ebsta-win-low': 0.19,
      'ebsta-win-high': 0.21,
      'default-smb-annualAttrition': segmentDefaults.smb.annualAttrition.value,
      'default-enterprise-ramp': segmentDefaults.enterprise.ramp.value,
      'default-midMarket-timeToFill': { p50: 66, p90: 96 },
    });
    expect(attainmentBenchmarks.map(({ atQuota }) => atQuota)).toEqual([0.6, 0.51, 0.28, 0.22]);
  });

  it('each have a name, a date and a source, and an id of their own', () => {
    expect(new Set(benchmarkPresets.map((each) => each.id)).size).toBe(benchmarkPresets.length);
    for (const { name, date, source } of benchmarkPresets)
      expect([name, date, source].every((words) => words.trim() !== '')).toBe(true);
  });

  it.each(benchmarkPresets.map((each) => [each.id, each] as const))(
    '%s replaces what the role had, whatever that was, and never averages',
    (_, each) => {
      const other = updateRole(plan, id, {
        annualAttrition: share(0.01),
        ramp: [share(0.9)],
        annualQuota: money(1),
        pipeline: { ...roleOf(plan).pipeline!, winRate: share(0.9) },
      });
      const [one, two] = [applyPreset(plan, id, each), applyPreset(other, id, each)];
      const figures = ({ annualAttrition, ramp, annualQuota, timeToFill, pay, pipeline }: Role) => ({
        annualAttrition: { annualAttrition },
        ramp: { ramp },
        annualQuota: { annualQuota },
        quotaToEarnings: { annualQuota },
        timeToFill: { timeToFill },
        baseShare: { pay },
        winRate: { winRate: pipeline?.winRate },
      });
      expect(figures(roleOf(one))[each.figure.of]).toEqual(figures(roleOf(two))[each.figure.of]);
      expect(applyPreset(one, id, each)).toEqual(one);
      expect(isFromPreset(one, roleOf(one), each)).toBe(true);
      expect(parsePlan(one)).toEqual({ ok: true, value: one });
    },
  );

  it('take over the figure itself', () => {
    const role = (name: string) => roleOf(applyPreset(plan, id, preset(name)));
    const earnings = roleOf(plan).pay.base + roleOf(plan).pay.variable;
    expect(role('cso-attrition')).toMatchObject({ annualAttrition: 0.258 });
    expect(role('cso-attrition')).not.toHaveProperty('attritionByTenure');
    expect(role('bridge-ratio').annualQuota).toBe(4.2 * earnings);
    expect(role('thumb-ratio').annualQuota).toBe(5 * earnings);
    expect(role('bridge-base').pay).toMatchObject({ base: 0.53 * earnings });
    expect(role('bridge-base').pay.base + role('bridge-base').pay.variable).toBeCloseTo(earnings, 6);
    expect(role('ebsta-win-low').pipeline?.winRate).toBe(0.19);
  });

  it('the role remembers which one in its notes, with source and date; the note’s owner stays', () => {
    const owned = setNote(plan, about, 'annualQuota', { text: 'Guess', owner: 'Ines' });
    const next = applyPreset(owned, id, preset('bridge-ratio'));
    expect(noteOn(next, about, 'annualQuota')).toEqual({
      about,
      field: 'annualQuota',
      text: 'From the preset “Quota to earnings”',
      source: 'Bridge Group: $800k quota ÷ $190k on-target earnings, 2024',
      owner: 'Ines',
    });
    const second = applyPreset(next, id, preset('thumb-ratio'));
    expect(isFromPreset(second, roleOf(second), preset('bridge-ratio'))).toBe(false);
    expect(second.notes).toHaveLength(next.notes?.length ?? 0);
    for (const fields of Object.values(presetFields)) expect(fields.length).toBeGreaterThan(0);
  });

  it('one is one step of undo', () => {
    const editor = new PlanEditor(plan);
    editor.change('Apply', (before) => applyPreset(before, id, preset('default-smb-timeToFill')));
    expect(roleOf(editor.plan).timeToFill).toEqual({ p50: 59, p90: 86 });
    editor.undo();
    expect(editor.plan).toBe(plan);
  });

  it('that a role has nothing for changes nothing, and says why in the list', () => {
    const bare = updateRole(plan, id, {
      pipeline: undefined,
      pay: { ...roleOf(plan).pay, base: money(0), variable: money(0) },
    });
    for (const name of ['ebsta-win-high', 'bridge-ratio', 'bridge-base'])
      expect(applyPreset(bare, id, preset(name))).toBe(bare);
    const refused = presetGroups(bare, roleOf(bare)).flatMap(({ rows }) => rows.filter(({ why }) => why));
    expect(refused.map((row) => row.preset.id)).toEqual([
      'bridge-ratio',
      'thumb-ratio',
      'bridge-base',
      'ebsta-win-low',
      'ebsta-win-high',
    ]);
  });
});
