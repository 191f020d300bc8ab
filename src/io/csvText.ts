import { fail, succeed, type Result } from '../model/problem';

/** A file as far as reading it goes: a browser's `File` is one, and so is a name with a stream in Node. */
export interface NamedStream {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  stream(): { getReader(): ByteReader };
}

export interface ByteReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

const startsWith = (bytes: Uint8Array, ...start: number[]) =>
  start.every((byte, index) => bytes[index] === byte);

const SAVE_AS_CSV = 'open it in the spreadsheet program, save it as CSV and drop that file';

/**
 * The encoding of a file by its first bytes: by byte-order mark, else UTF-8 where they are valid UTF-8,
 * else windows-1252 (what Excel writes). The problem `file-binary` where it is no text at all.
 */
export function sniffEncoding(name: string, head: Uint8Array): Result<string> {
  const binary = (what: string) =>
    fail<string>([
      {
        code: 'file-binary',
        path: name,
        message: `${name} must be a text table, got ${what}: ${SAVE_AS_CSV}`,
      },
    ]);
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return binary('an Excel workbook or another zipped file');
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) return binary('an old Excel workbook');
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46)) return binary('a PDF');
  if (startsWith(head, 0xff, 0xfe)) return succeed('utf-16le');
  if (startsWith(head, 0xfe, 0xff)) return succeed('utf-16be');
  if (head.includes(0)) return binary('a binary file');
  try {
    // Streaming leaves a character that the end of the chunk cuts in two undecided.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return succeed('utf-8');
  } catch {
    return succeed('windows-1252');
  }
}

/**
 * The text of a stream piece by piece, line ends made `\n`, the byte-order mark gone. One value is the
 * last: either the end of the text or a failure (`file-binary`, `aborted`, `file-unreadable`), after
 * which the stream is cancelled. Memory: one chunk.
 */
export async function* streamText(
  file: NamedStream,
  signal: AbortSignal | undefined,
  onBytes: (count: number) => void,
): AsyncGenerator<Result<string>, void, undefined> {
  const reader = file.stream().getReader();
  let decoder: TextDecoder | undefined;
  let heldBack = '';
  try {
    for (;;) {
      if (signal?.aborted) {
        yield fail([{ code: 'aborted', path: file.name, message: `${file.name}: reading was cancelled` }]);
        return;
      }
      const { done, value } = await reader.read();
      if (done) break;
      if (value === undefined || value.length === 0) continue;
      if (decoder === undefined) {
        const encoding = sniffEncoding(file.name, value);
        if (!encoding.ok) {
          yield encoding;
          return;
        }
        decoder = new TextDecoder(encoding.value);
      }
      onBytes(value.length);
      const text = heldBack + decoder.decode(value, { stream: true });
      // A carriage return at the end of a chunk may be half of a line end.
      heldBack = text.endsWith('\r') ? '\r' : '';
      yield succeed(unifyLineEnds(heldBack === '' ? text : text.slice(0, -1)));
    }
    yield succeed(unifyLineEnds(heldBack + (decoder?.decode() ?? '')));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    yield fail([
      { code: 'file-unreadable', path: file.name, message: `${file.name} could not be read: ${reason}` },
    ]);
  } finally {
    // Also reached when the caller stops early; a stream that has already failed refuses to be cancelled.
    await reader.cancel().catch(() => undefined);
  }
}

const unifyLineEnds = (text: string) => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
