import type { Page } from '@playwright/test';

/** Damages what the page's IndexedDB holds of the plan with that name, as a failing disk might. */
export async function damagePlan(
  page: Page,
  name: string,
  part: 'as it is now' | 'all of it',
): Promise<void> {
  const damaged = await page.evaluate(
    ([wanted, whole]) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('turfcast');
        opening.onerror = () => reject(opening.error ?? new Error('the database did not open'));
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction(
            whole ? ['plans', 'versionPlans'] : ['plans'],
            'readwrite',
          );
          let count = 0;
          for (const store of transaction.objectStoreNames) {
            transaction.objectStore(store).openCursor().onsuccess = ({ target }) => {
              const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
              if (!cursor) return;
              const record = cursor.value as { plan: { name: string } };
              if (record.plan.name === wanted) {
                count += 1;
                cursor.update({ ...record, plan: { ...record.plan, seats: 'damaged by the test' } });
              }
              cursor.continue();
            };
          }
          transaction.oncomplete = () => {
            database.close();
            resolve(count);
          };
        };
      }),
    [name, part === 'all of it'] as const,
  );
  if (damaged === 0) throw new Error(`the database holds no plan “${name}”`);
}

/** From here on the page's device has no room for anything more, until `freeDevice`. */
export async function fillDevice(page: Page): Promise<void> {
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    addEventListener('room again', () => (IDBObjectStore.prototype.put = put), { once: true });
  });
}

export async function freeDevice(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('room again')));
}
