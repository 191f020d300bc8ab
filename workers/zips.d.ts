declare module 'virtual:turfcast-zips' {
  /** The centres of US postcodes, for `unpackPostcodes`: see scripts/vite-zips.mjs. */
  const packed: string;
  export { packed as default };
}
