import { StorageFault } from './storageProblem';

/** The promise's outcome, or the fault `silent` where it takes longer than that many milliseconds. */
export async function timeLimit<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expiry = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StorageFault('silent')), milliseconds);
  });
  try {
    return await Promise.race([promise, expiry]);
  } finally {
    clearTimeout(timer);
  }
}
