import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect, test } from './support/app';
import { MAVEN, MAVEN_FOUND } from './support/maven';
import type { Planner } from './support/planner';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

declare global {
  interface Window {
    axe: { run(): Promise<AxeResults> };
  }
}

/** What axe finds wrong with the page as it stands: rule, element, reason. */
async function faults({ page }: Planner, place: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: AXE });
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${place}: ${id} ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

/** Goes through everything that can be looked at, and looks. */
async function lookAtEverything(planner: Planner): Promise<string[]> {
  const { page } = planner;
  const found: string[] = [];
  const look = async (place: string) => found.push(...(await faults(planner, place)));
  await planner.allTrialsRun();
  await look('Outlook');
  for (const room of ['Plans', 'Compare', 'Data', 'Share'] as const) {
    await planner.goTo(room);
    await look(room);
  }
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(page.getByRole('textbox', { name: 'Link to this plan' })).toBeVisible();
  await look('Share with a link');
  await planner.goTo('Team');
  for (const tab of ['Seats', 'Hiring timeline', 'Roles', 'Managers'] as const) {
    await planner.openTab(tab);
    await look(`Team, ${tab}`);
  }
  if (MAVEN.length > 0) {
    await planner.dropFilesAt(MAVEN);
    await expect(page.getByRole('heading', { name: MAVEN_FOUND })).toBeVisible();
    await look('Data with a history');
  }
  await planner.goTo('Plans');
  await page.getByRole('button', { name: 'New plan' }).click();
  await expect(page.getByRole('dialog', { name: 'New plan' })).toBeVisible();
  await look('New plan');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  await look('Palette');
  return found;
}

test('axe finds no fault with the page that measures the browser', async ({ others }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const planner = await others.freshProfile('./benchmark.html', { bypassCSP: true, colorScheme });
    await expect(planner.page.getByRole('status')).toHaveText(/^Measured/, { timeout: 60_000 });
    expect(await faults(planner, colorScheme)).toEqual([]);
  }
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1280, 390])
    test(`axe finds no fault with any room, ${colorScheme}, ${width} pixels wide`, async ({ others }) => {
      // The policy keeps out scripts that are not the app's, axe too.
      const planner = await others.freshProfile('./', {
        bypassCSP: true,
        colorScheme,
        reducedMotion: 'reduce',
        viewport: { width, height: 800 },
      });
      expect(await lookAtEverything(planner)).toEqual([]);
    });
