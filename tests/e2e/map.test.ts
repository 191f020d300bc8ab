import { expect, test } from './support/app';

test('counties are painted by a stroke over ten of them and by keyboard, coloured by a measure, and undone', async ({
  app,
  planner,
}) => {
  const { page } = app;
  await app.open();
  await planner.goTo('Territories');
  await page.getByRole('tab', { name: 'Map' }).click();
  await page.getByRole('button', { name: 'Try with sample accounts' }).click();
  await page.getByRole('tab', { name: 'Accounts' }).click();
  await page.getByRole('button', { name: 'Use states, counties or countries…' }).click();
  const dialog = page.getByRole('dialog', { name: 'States, counties or countries' });
  await dialog.getByRole('combobox', { name: 'Areas' }).selectOption('Counties of the US');
  await dialog.getByRole('combobox', { name: 'Which' }).selectOption('Without Alaska and Hawaii');
  await dialog.getByRole('button', { name: 'Use these areas' }).click();
  const map = page.getByRole('application', { name: /^Map of 3,1\d\d counties by territory$/ });
  await expect(map).toBeVisible();

  // Nothing is in a territory yet: a button shows it, and paint gives some of it away.
  const none = page.getByRole('button', { name: / in no territory$/ });
  const left = async () => Number((await none.innerText()).replace(/\D/g, ''));
  const before = await left();
  await page.getByRole('button', { name: 'Paint', exact: true }).click();
  await page.getByRole('combobox', { name: 'Paint into' }).selectOption({ index: 0 });
  await map.scrollIntoViewIfNeeded();
  const box = (await map.boundingBox())!;
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(0.45, 0.5));
  await page.mouse.down();
  await page.mouse.move(...at(0.65, 0.55), { steps: 6 });
  await page.mouse.up();
  await expect.poll(left).toBeLessThanOrEqual(before - 10);

  // By keyboard the same: what lies in the middle, moved by Enter.
  const painted = await left();
  await page.getByRole('button', { name: 'Show all of the map' }).click();
  await map.focus();
  for (const key of ['ArrowUp', ' ', 'Enter']) await page.keyboard.press(key);
  await expect.poll(left).toBe(painted - 1);

  // Coloured by a measure, classes and unit are named.
  await page.getByRole('combobox', { name: 'Colour by' }).selectOption({ index: 1 });
  await expect(page.getByText(/in classes of about as many each$/)).toBeVisible();

  for (let edit = 0; edit < 2; edit++) await page.keyboard.press('Control+z');
  await expect.poll(left).toBe(before);
});
