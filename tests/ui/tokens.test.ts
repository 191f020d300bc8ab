import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8');
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((match) => [
    match[1] ?? '',
    { light: match[2] ?? '', dark: match[3] ?? '' },
  ]),
);

/** Relative luminance of a colour (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function colourOf(name: string, theme: 'light' | 'dark'): string {
  const colour = colours.get(name);
  if (!colour) throw new Error(`token must be a colour of both themes, got ${name}`);
  return colour[theme];
}

const grounds = ['paper', 'surface', 'raised', 'sunken'];
const text = ['ink', 'muted', 'accent', 'caution', 'alarm', 'target'];
const marks = [
  'mark',
  'mark-rest',
  'control',
  'plan-1',
  'plan-2',
  'plan-3',
  'plan-4',
  ...Array.from({ length: 8 }, (_, index) => `territory-${index + 1}`),
];
const pairs = [
  ...text.flatMap((name) => grounds.map((ground) => ({ name, ground, least: 4.5 }))),
  ...marks.flatMap((name) => ['paper', 'surface', 'raised'].map((ground) => ({ name, ground, least: 3 }))),
  ...['accent-wash', 'caution-wash', 'alarm-wash'].map((ground) => ({ name: 'ink', ground, least: 4.5 })),
  { name: 'accent', ground: 'accent-wash', least: 4.5 },
  { name: 'caution', ground: 'caution-wash', least: 4.5 },
  { name: 'alarm', ground: 'alarm-wash', least: 4.5 },
  { name: 'on-accent', ground: 'accent', least: 4.5 },
  { name: 'on-alarm', ground: 'alarm', least: 4.5 },
];

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  it.each(pairs)('$name on $ground has a contrast of at least $least', ({ name, ground, least }) => {
    expect(contrast(colourOf(name, theme), colourOf(ground, theme))).toBeGreaterThanOrEqual(least);
  });
});

describe.each(['light', 'dark'] as const)('the classes of a measure in the %s theme', (theme) => {
  const ramp = Array.from({ length: 5 }, (_, index) => colourOf(`ramp-${index + 1}`, theme));

  it('go one way from near the ground, each told from the one before by 1.3 and the last by 7', () => {
    const ground = ramp.map((colour) => contrast(colour, colourOf('surface', theme)));
    expect(ground).toEqual(ground.toSorted((a, b) => a - b));
    ramp
      .slice(1)
      .forEach((colour, place) => expect(contrast(colour, ramp[place] ?? '')).toBeGreaterThan(1.3));
    expect(ground[4]).toBeGreaterThan(7);
  });
});

describe('contrast', () => {
  it('is 21 between black and white and 1 between a colour and itself', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('#0f6b5c', '#0f6b5c')).toBe(1);
  });
});

describe('tokens', () => {
  it('name every colour once, so that nothing else in the file is a colour', () => {
    const named = [...css.matchAll(/#[0-9a-f]{3,8}\b/g)].length;
    expect(named).toBe(colours.size * 2);
  });
});
