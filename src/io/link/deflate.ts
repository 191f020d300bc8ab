/** What a compressed text may unpack to at the most, in bytes: far above any plan, far below what hurts a phone. */
export const INFLATED_LIMIT = 20_000_000;

async function collect(
  stream: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

const streamOf = (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes]).stream();

/** The bytes compressed (raw deflate, RFC 1951). */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const compressed = await collect(
    streamOf(bytes).pipeThrough(new CompressionStream('deflate-raw')),
    Infinity,
  );
  return compressed ?? new Uint8Array();
}

/** The bytes that were compressed; undefined where they are no deflate stream or unpack to more than `limit` bytes. */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  limit = INFLATED_LIMIT,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await collect(streamOf(bytes).pipeThrough(new DecompressionStream('deflate-raw')), limit);
  } catch {
    return undefined;
  }
}
