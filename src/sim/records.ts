/** Records of a section that is being filled: so many words or numbers each, set by field. */
export interface Records<Data> {
  readonly data: Data;
  set(record: number, field: number, value: number): void;
}

function makeRecords<Data extends Int32Array | Float64Array>(data: Data, width: number): Records<Data> {
  return {
    data,
    set(record, field, value) {
      data[record * width + field] = value;
    },
  };
}

export const makeWords = (count: number, width: number) => makeRecords(new Int32Array(count * width), width);
export const makeNumbers = (count: number, width: number) =>
  makeRecords(new Float64Array(count * width), width);
