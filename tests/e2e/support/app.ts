import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';

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

/** Everything the page complains of: errors nobody caught, and errors on its console, refusals by the policy too. */
function listenForComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  return complaints;
}

/** Playwright's test with the app at hand; a test whose page complained has failed. */
export const test = base.extend<{ app: App }>({
  app: async ({ page, context }, use) => {
    const complaints = listenForComplaints(page);
    await use(new App(page, context));
    expect(complaints, 'what the page complained of').toEqual([]);
  },
});

export { expect };
