import { expect, test } from 'vitest';
import type { NamedStream } from '../../src/io/csvText';
import { importHistory } from '../../src/io/history/importHistory';

const HEAD = 'id,owner,stage,close_date,amount,created_date,description\n';
const CHUNK_ROWS = 1000;

/** A generated file of many chunks, which counts what is read of it. */
class GeneratedFile implements NamedStream {
  readonly name = 'large.csv';
  chunksRead = 0;
  cancelled = false;
  readonly chunks: number;

  constructor(chunks: number) {
    this.chunks = chunks;
  }

  get size(): number {
    return this.chunks * this.#chunk(1).length;
  }

  stream(): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (this.chunksRead === this.chunks) return controller.close();
        controller.enqueue(this.#chunk(this.chunksRead++));
      },
      cancel: () => void (this.cancelled = true),
    });
  }

  #chunk(index: number): Uint8Array {
    const rows = Array.from({ length: CHUNK_ROWS }, (_, place) => {
      const id = index * CHUNK_ROWS + place;
      const day = String((id % 28) + 1).padStart(2, '0');
      const stage = id % 3 === 0 ? 'Closed Won' : 'Closed Lost';
      return `006bm${String(id).padStart(13, '0')},Seller ${id % 40},${stage},2024-03-${day},${(id % 900) + 100}.50,2024-01-${day},"${'a note, quoted; '.repeat(6)}"\n`;
    });
    return new TextEncoder().encode((index === 0 ? HEAD : '') + rows.join(''));
  }
}

test('30 MB are read chunk by chunk, every row once, with progress that only rises', async () => {
  const file = new GeneratedFile(180);
  const progress: { bytesRead: number; rows: number }[] = [];
  const history = await importHistory([file], {
    onProgress: ({ bytesRead, rows }) => progress.push({ bytesRead, rows }),
  });
  if (!history.ok) throw new Error(history.problems[0]?.message);
  expect(progress.at(-1)?.bytesRead).toBeGreaterThan(30e6);
  expect(history.value.opportunities).toHaveLength(180_000);
  expect(history.value.files[0]?.rows).toBe(180_000);
  expect(new Set(history.value.opportunities.map(({ id }) => id)).size).toBe(180_000);
  expect(history.value.opportunities.filter(({ outcome }) => outcome === 'won')).toHaveLength(60_000);
  expect(history.value.problemCounts).toEqual([]);
  for (const key of ['bytesRead', 'rows'] as const)
    expect(progress.map((each) => each[key])).toEqual(
      progress.map((each) => each[key]).toSorted((a, b) => a - b),
    );
});

test('an aborted import stops reading, cancels the stream and says so', async () => {
  const file = new GeneratedFile(180);
  const abort = new AbortController();
  const history = await importHistory([file], {
    signal: abort.signal,
    onProgress: ({ rows }) => {
      if (rows > 5000) abort.abort();
    },
  });
  expect(history.ok ? 'imported' : history.problems.map(({ code }) => code)).toEqual(['aborted']);
  expect(file.chunksRead).toBeLessThan(12);
  expect(file.cancelled).toBe(true);
});
