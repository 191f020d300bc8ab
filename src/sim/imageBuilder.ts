import { HEADER_WORDS } from './kernel/layout';

/** Where the header lies; what is below belongs to the compiled kernel. */
export const HEADER_ADDRESS = 4096;

type Data = Int32Array | Float64Array | Uint8Array;

const aligned = (address: number): number => (address + 7) & ~7;

/**
 * Lays a plan out for the kernel: what it is made of first, then the room that trials work in, then the room for what
 * they leave behind. Addresses are byte offsets; the header names them by the slots of `kernel/layout.ts`.
 */
export class ImageBuilder {
  readonly #header = new Int32Array(HEADER_WORDS);
  readonly #parts: { readonly at: number; readonly data: Data }[] = [];
  readonly #placed = new Map<Data, number>();
  #end = aligned(HEADER_ADDRESS + HEADER_WORDS * 4);
  #constantEnd = 0;
  #outputStart = 0;

  /** Sets a count or switch. */
  count(slot: number, value: number): void {
    this.#header[slot] = value;
  }

  /** Places constant data, once however often it is placed, and gives its address. */
  place(data: Data): number {
    if (this.#constantEnd > 0) throw new Error('constant data must be placed before any room is reserved');
    const known = this.#placed.get(data);
    if (known !== undefined) return known;
    const at = this.#end;
    this.#parts.push({ at, data });
    this.#placed.set(data, at);
    this.#end = aligned(at + data.byteLength);
    return at;
  }

  /** Places constant data and names it in the header. */
  put(slot: number, data: Data): void {
    this.#header[slot] = this.place(data);
  }

  /** Room for so many numbers (8 bytes), words (4), halves (2) or bytes (1). */
  reserve(slot: number, items: number, bytes: 8 | 4 | 2 | 1): void {
    this.#constantEnd ||= this.#end;
    this.#header[slot] = this.#end;
    this.#end = aligned(this.#end + items * bytes);
  }

  /** From here on, room is for what a block leaves behind. */
  beginOutputs(): void {
    this.#constantEnd ||= this.#end;
    this.#outputStart = this.#end;
  }

  build(): Image {
    const constants = new Uint8Array(this.#constantEnd - HEADER_ADDRESS);
    const write = (at: number, data: Data) =>
      constants.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at - HEADER_ADDRESS);
    write(HEADER_ADDRESS, this.#header);
    for (const { at, data } of this.#parts) write(at, data);
    return { constants, header: this.#header, size: this.#end, outputStart: this.#outputStart };
  }
}

/** A plan laid out: constants to be copied to the header's address, and how much memory the whole takes, in bytes. */
export interface Image {
  readonly constants: Uint8Array<ArrayBuffer>;
  readonly header: Int32Array<ArrayBuffer>;
  readonly size: number;
  readonly outputStart: number;
}
