export interface OfflineOptions {
  /** Everything is kept: from now on the app opens with the network off. */
  readonly onReady?: () => void;
  /** A newer release is here and waits to be taken. */
  readonly onUpdateWaiting?: () => void;
  /** Awaited before the page reloads into a release that was taken, here or in another tab: save what is open. */
  readonly beforeReload?: () => Promise<void>;
}

export interface Offline {
  /** Switches to the waiting release and reloads the page; nothing happens when none waits. */
  takeUpdate(): void;
}

/** Keeps the app on this device by its service worker. Does nothing in development or where there are none. */
export function registerOffline(options: OfflineOptions = {}): Offline {
  const container = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
  if (!import.meta.env.PROD || !container) return { takeUpdate: () => undefined };

  let waiting: ServiceWorker | null = null;
  const announce = (worker: ServiceWorker | null) => {
    // With no controller this is the first visit's own release, not an update.
    if (!worker || !container.controller) return;
    waiting = worker;
    options.onUpdateWaiting?.();
  };

  reloadOnceWhenTaken(container, options.beforeReload);
  void container.ready.then(() => options.onReady?.());
  container.register('serviceWorker.js', { updateViaCache: 'none' }).then(
    // Where workers are refused quietly the promise keeps nothing, whatever its type says.
    (registration: ServiceWorkerRegistration | undefined) => {
      if (!registration) return;
      announce(registration.waiting);
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker?.addEventListener('statechange', () => {
          if (worker.state === 'installed') announce(worker);
        });
      });
    },
    // Blocked in some private windows: the app works all the same, with the network on.
    (error: unknown) => console.warn('Turfcast will not open offline:', error),
  );
  return { takeUpdate: () => waiting?.postMessage('take-update') };
}

function reloadOnceWhenTaken(container: ServiceWorkerContainer, before?: () => Promise<void>): void {
  let controlled = container.controller !== null;
  let reloading = false;
  container.addEventListener('controllerchange', () => {
    // The first visit's worker claims the page without replacing anything.
    if (controlled && !reloading) {
      reloading = true;
      void Promise.resolve(before?.()).finally(() => location.reload());
    }
    controlled = true;
  });
}
