import { registerOffline, type Offline } from './offline';

/** Whether a newer release waits, as the frame shows it; it is taken only when the user says so. */
export class AppUpdate {
  #waiting = $state(false);
  readonly #offline: Offline;

  /** `beforeReload` is awaited before the page reloads into a release that was taken. */
  constructor(beforeReload: () => Promise<void>) {
    this.#offline = registerOffline({ onUpdateWaiting: () => (this.#waiting = true), beforeReload });
  }

  get waiting(): boolean {
    return this.#waiting;
  }

  take(): void {
    this.#offline.takeUpdate();
  }
}
