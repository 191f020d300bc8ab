import { expect, test as base } from './support/app';
import { ReleaseHost } from './support/release';

const test = base.extend<{ host: ReleaseHost }>({
  host: async ({ browserName: _ }, use) => {
    const host = await ReleaseHost.start();
    await use(host);
    await host.dispose();
  },
});

test('after the first visit the page opens with the network off', async ({ app, host }) => {
  await app.open(host.address);
  await app.waitUntilKeptOffline();
  await app.turnNetworkOff();
  await host.vanish();
  await app.reload();
  await expect(app.page).toHaveTitle(/Turfcast/);
  await expect(app.page.getByRole('heading').first()).toBeVisible();
});

test('so does the page that measures the browser, which is no name for the app', async ({ app, host }) => {
  await app.open(host.address);
  await app.waitUntilKeptOffline();
  await app.turnNetworkOff();
  await host.vanish();
  await app.open(`${host.address}benchmark.html`);
  await expect(app.page.getByRole('heading', { name: 'How fast, and the same?' })).toBeVisible();
  await app.open(`${host.address}index.html?a=1`);
  await expect(app.page.getByRole('navigation', { name: 'Rooms' })).toBeVisible();
});

test('every file of the release is kept, and nothing else', async ({ app, host }) => {
  await app.open(host.address);
  await app.waitUntilKeptOffline();
  const kept = await app.page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return { names, paths: requests.flat().map((request) => new URL(request.url).pathname) };
  });
  expect(kept.names).toHaveLength(1);
  expect(kept.names[0]).toContain(host.address);
  expect(kept.paths).toContain('/');
  expect(kept.paths).toContain('/icons/turfcast.svg');
  expect(kept.paths.filter((path) => path.startsWith('/assets/')).length).toBeGreaterThan(1);
  expect(kept.paths.filter((path) => /cli|\.vite|\.map$|serviceWorker/.test(path))).toEqual([]);
});

test('a newer release waits until it is taken, and then replaces the older one', async ({ app, host }) => {
  await app.open(host.address);
  await app.waitUntilKeptOffline();
  const description = app.page.locator('meta[name="description"]');
  const older = (await description.getAttribute('content')) ?? '';

  host.publish('The newer release');
  await app.reload();
  await expect.poll(() => app.hasWaitingRelease()).toBe(true);
  await app.reload();
  await expect(description).toHaveAttribute('content', older);

  await app.takeWaitingRelease();
  await expect(description).toHaveAttribute('content', 'The newer release');
  const names = await app.page.evaluate(() => caches.keys());
  expect(names).toHaveLength(1);
  expect(names[0]).toContain('0'.repeat(16));
});
