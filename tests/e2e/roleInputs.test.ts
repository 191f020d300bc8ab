import { createRequire } from 'node:module';
import type { Locator } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect, test } from './support/app';
import type { Planner } from './support/planner';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds wrong with the page as it stands. */
async function faults(planner: Planner, place: string): Promise<string[]> {
  const { page } = planner;
  await planner.allTrialsRun();
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: AXE });
  const { violations } = await page.evaluate((): Promise<AxeResults> => window.axe.run());
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${place}: ${id} ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

/** A closed part of a role or seat, opened. */
async function part(within: Locator, title: string): Promise<Locator> {
  const section = within.getByRole('region', { name: title, exact: true });
  const button = section.getByRole('button', { expanded: false }).first();
  if (await button.isVisible()) await button.click();
  return section;
}

const enter = async (field: Locator, text: string) => {
  await field.fill(text);
  await field.press('Enter');
};

/** Opens the dialog of a seat from the table, whose last column may be out of sight. */
async function openSeat({ page }: Planner, name: string): Promise<Locator> {
  await page.getByRole('button', { name: `Edit ${name}`, exact: true }).click();
  const dialog = page.getByRole('dialog', { name });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Sets every new input of a role; returns how many edits that took. */
async function editRole(planner: Planner): Promise<number> {
  const panel = planner.page.getByRole('tabpanel');
  const leaving = await part(panel, 'Leaving by tenure');
  await leaving.getByRole('combobox', { name: 'Leaving' }).selectOption('By tenure');
  await leaving.getByRole('button', { name: 'Add a band' }).click();
  await enter(leaving.getByRole('textbox', { name: 'Annual attrition from month 12' }), '18');
  await expect(leaving).toContainText(/By tenure: 26\s%\sa year, 18\s% from month 12/);
  // Refused in words, and what was typed stays.
  const band = leaving.getByRole('textbox', { name: 'Band 2 from month' });
  await enter(band, '-3');
  await expect(leaving.getByRole('alert')).toContainText('must be at least');
  await expect(band).toHaveValue('-3');
  await band.press('Escape');

  const form = await part(panel, 'From effort to deal');
  await form.getByRole('combobox', { name: 'Deals close' }).selectOption('By way of a pipeline');
  await enter(form.getByRole('textbox', { name: 'Closed it rests on' }), '400');
  await expect(form).toContainText(/25\s% won ÷ \(won \+ lost\) of 400 closed \(±4\.2 points\)/);
  const sources = await part(panel, 'Sources');
  await sources.getByRole('button', { name: 'Add a source' }).click();
  await sources.getByRole('combobox', { name: 'Marketing fed by' }).selectOption('A new SDR role');
  await expect(panel.getByText('supports', { exact: true })).toBeVisible();
  await expect(sources).toContainText('4.8 needed, none planned');
  await enter(sources.getByRole('textbox', { name: 'Name of source 1' }), 'SDR');
  await expect(sources).toContainText(/20\s% SDR and 80\s% self-generated/);

  const pay = await part(panel, 'How variable is earned');
  await pay.getByRole('combobox', { name: 'Pay period' }).selectOption('Fiscal quarter');
  const guarantee = await part(panel, 'Guarantee');
  await enter(guarantee.getByRole('textbox', { name: 'Guaranteed months' }), '3');
  await expect(guarantee).toContainText(/First 3 months: at least 100\s% of variable/);
  return 10;
}

/** Gives seats a leave, a transfer and a reduction; returns how many edits that took. */
async function editSeats(planner: Planner): Promise<number> {
  const { page } = planner;
  const away = await openSeat(planner, 'Dalia Kim');
  const leaves = await part(away, 'Leaves of absence');
  await leaves.getByRole('button', { name: 'Add a leave' }).click();
  const to = leaves.getByLabel('Leave 1 to');
  await enter(to, '2026-06-01');
  await expect(leaves.getByRole('alert')).toContainText('must be after from');
  await expect(to).toHaveValue('2026-06-01');
  await enter(to, '2027-06-01');
  await expect(leaves).toContainText('Jan 2027 to Jun 2027');
  await page.keyboard.press('Escape');

  const opening = await openSeat(planner, 'Opening 5');
  const person = await part(opening, 'First person');
  await person.getByRole('combobox', { name: 'First person' }).selectOption('Transfer');
  await person.getByRole('combobox', { name: 'From the seat' }).selectOption({ index: 2 });
  await expect(person).toContainText('Transfer from ');
  await page.keyboard.press('Escape');

  const closing = await openSeat(planner, 'Rafael Oliveira');
  const end = await part(closing, 'Closing');
  await enter(end.getByLabel('Closes on', { exact: true }), '2020-01-01');
  await expect(end.getByRole('alert')).toContainText('must be after the first person');
  await enter(end.getByLabel('Closes on', { exact: true }), '2027-10-01');
  await expect(end).toContainText('Closes Oct 2027');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  return 4;
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`every new input of roles and seats is set, told in words, and undone step by step, ${colorScheme}`, async ({
    others,
  }) => {
    test.setTimeout(180_000);
    // The policy keeps out scripts that are not the app's, axe too.
    const planner = await others.freshProfile('./', {
      bypassCSP: true,
      colorScheme,
      reducedMotion: 'reduce',
    });
    const { page } = planner;
    const before = await planner.figures();
    const found: string[] = [];

    await planner.goTo('Team');
    await planner.openTab('Roles');
    const edits = await editRole(planner);
    found.push(...(await faults(planner, 'Roles')));
    await planner.openTab('Seats');
    const all = edits + (await editSeats(planner));
    found.push(...(await faults(planner, 'Seats')));
    await openSeat(planner, 'Opening 5');
    found.push(...(await faults(planner, 'Seat')));
    await page.keyboard.press('Escape');
    await planner.openTab('Hiring timeline');
    await expect(page.getByText('closes Oct 2027')).toBeVisible();
    await expect(page.getByText('→ Opening 5')).toBeVisible();
    found.push(...(await faults(planner, 'Hiring timeline')));
    await planner.openTab('Managers');
    await enter(page.getByRole('textbox', { name: 'Span limit' }), '8');
    await expect(page.getByText('1 manager over the limit')).toBeVisible();
    found.push(...(await faults(planner, 'Managers')));
    expect(found).toEqual([]);

    const undo = page.getByRole('banner').getByRole('button', { name: 'Undo' });
    for (let step = 0; step < all + 1; step += 1) {
      await expect(undo, `${all + 1} steps of undo`).toBeEnabled();
      await undo.click();
    }
    await expect(undo).toBeDisabled();
    await planner.goTo('Outlook');
    expect(await planner.figures()).toEqual(before);
  });
