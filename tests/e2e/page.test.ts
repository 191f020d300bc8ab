import { gzipSync } from 'node:zlib';
import { FIRST_LOAD_LIMIT } from '../../scripts/first-load.mjs';
import { expect, test } from './support/app';

test('the page opens without a complaint and says what it is', async ({ app }) => {
  await app.open();
  await expect(app.page).toHaveTitle(/Turfcast/);
  await expect(app.page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(app.page.getByRole('heading').first()).toBeVisible();
});

test('the first paint has words before any script has arrived', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(baseURL ?? '');
  await expect(page.getByRole('heading', { name: 'Turfcast' })).toBeVisible();
  await expect(page.getByText('Opening your plans')).toBeVisible();
  await context.close();
});

test('the policy lets the page reach no other host and run no script but its own', async ({ page }) => {
  await page.goto('./');
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(policy).toHaveAttribute(
    'content',
    /default-src 'none'.*script-src 'self'.*connect-src 'self'/,
  );
  const refused = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
        const image = document.createElement('img');
        image.src = 'https://elsewhere.invalid/picture.png';
        document.body.append(image);
      }),
  );
  expect(refused).toBe('img-src');
});

test('the policy lets WebAssembly be compiled, and turns no text into script', async ({ page }) => {
  await page.goto('./');
  const outcomes = await page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const attempts = [
          () => new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])),
          () => eval('1'),
          () => new Function('return 1')(),
        ];
        const tryEach = () =>
          attempts.map((attempt) => {
            try {
              return typeof attempt();
            } catch (error) {
              return (error as Error).name;
            }
          });
        // Later: what is evaluated on the debugger's behalf itself is let off the policy.
        setTimeout(() => resolve(tryEach()));
      }),
  );
  expect(outcomes).toEqual(['object', 'EvalError', 'EvalError']);
});

test('where a site’s policy refuses WebAssembly, the script gives the same figures', async ({
  app,
  planner,
  others,
}) => {
  await app.page.route('**/simulation.worker*', async (route) => {
    const answer = await route.fetch();
    const headers = { ...answer.headers(), 'content-security-policy': "script-src 'self'" };
    await route.fulfill({ response: answer, headers });
  });
  const script = app.page.waitForResponse(/\/kernel-[^/]*\.js$/);
  await app.open();
  await script;
  const figures = await planner.figures();
  expect(figures.length).toBeGreaterThan(0);
  expect(await (await others.freshProfile()).figures()).toEqual(figures);
});

test('the manifest and every icon it names are there', async ({ app, request, baseURL }) => {
  await app.open();
  const link = await app.page.locator('link[rel="manifest"]').getAttribute('href');
  const address = new URL(link ?? '', baseURL);
  const manifest = (await (await request.get(address.href)).json()) as {
    icons: { src: string; type: string }[];
  };
  expect(manifest.icons.length).toBeGreaterThan(2);
  for (const icon of manifest.icons) {
    const answer = await request.get(new URL(icon.src, address).href);
    expect(answer.status(), icon.src).toBe(200);
    expect(answer.headers()['content-type']).toBe(icon.type);
  }
});

/** What the worker may add, which no first picture waits for. */
const WORKER = 20_000;

test('all the script of the first visit, workers and first room included, stays within its limit', async ({
  app,
}) => {
  const scripts = new Map<string, Promise<number>>();
  app.page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js'))
      scripts.set(
        pathname,
        response.body().then((body) => gzipSync(body).length),
      );
  });
  await app.open();
  await app.page.waitForLoadState('networkidle');
  const sizes = await Promise.all(scripts.values());
  expect(sizes.length).toBeGreaterThan(0);
  expect(
    sizes.reduce((sum, size) => sum + size, 0),
    [...scripts.keys()].join(', '),
  ).toBeLessThan(FIRST_LOAD_LIMIT + WORKER);
});
