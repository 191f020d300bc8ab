import {
  test as base,
  expect,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { Planner } from './planner';

/** The app as people use it: what they do, in their words. Journeys add to it as rooms appear. */
export class App {
  constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {}

  async open(address = './'): Promise<void> {
    await this.page.goto(address);
  }

  async reload(): Promise<void> {
    await this.page.reload();
  }

  /** Waits until the service worker has kept every file of the release and answers for this page. */
  async waitUntilKeptOffline(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (navigator.serviceWorker.controller) return;
      await new Promise((resolve) => {
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
      });
    });
  }

  async hasWaitingRelease(): Promise<boolean> {
    return this.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.waiting?.state === 'installed';
    });
  }

  async takeWaitingRelease(): Promise<void> {
    await this.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      if (!registration?.waiting) throw new Error('no release waits');
      registration.waiting.postMessage('take-update');
    });
  }

  async turnNetworkOff(): Promise<void> {
    await this.context.setOffline(true);
  }
}

/** Everything a page complains of: errors nobody caught, and errors on its console, refusals by the policy too. */
function listenForComplaints(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
}

/** Other people and other tabs. All are gone, and heard out, when the test ends. */
class Others {
  readonly complaints: string[] = [];
  readonly #contexts: BrowserContext[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly context: BrowserContext,
  ) {}

  /** Another tab of the same profile; `prepare` is run in it before the app's own scripts. */
  async openTab(address = './', prepare?: () => void): Promise<Planner> {
    return this.#visit(this.context, address, prepare);
  }

  /** A browser that was never here: no plans, no files kept. */
  async freshProfile(address = './', options: BrowserContextOptions = {}): Promise<Planner> {
    const context = await this.browser.newContext(options);
    this.#contexts.push(context);
    return this.#visit(context, address);
  }

  async leave(): Promise<void> {
    for (const context of this.#contexts) await context.close();
  }

  async #visit(context: BrowserContext, address: string, prepare?: () => void): Promise<Planner> {
    const page = await context.newPage();
    listenForComplaints(page, this.complaints);
    if (prepare) await page.addInitScript(prepare);
    await page.goto(address);
    return new Planner(page);
  }
}

interface Fixtures {
  readonly app: App;
  readonly planner: Planner;
  readonly others: Others;
}

/** Playwright's test with the app, its planner and others at hand; a test in which a page complained has failed. */
export const test = base.extend<Fixtures>({
  app: async ({ page, context }, use) => {
    const complaints: string[] = [];
    listenForComplaints(page, complaints);
    await use(new App(page, context));
    expect(complaints, 'what the page complained of').toEqual([]);
  },
  planner: async ({ app }, use) => use(new Planner(app.page)),
  others: async ({ browser, context }, use) => {
    const others = new Others(browser, context);
    await use(others);
    await others.leave();
    expect(others.complaints, 'what the other pages complained of').toEqual([]);
  },
});

export { expect };
