declare module 'virtual:turfcast-kernel' {
  /** The simulation kernel as WebAssembly, compiled from src/sim/kernel: see scripts/vite-kernel.mjs. */
  const bytes: Uint8Array<ArrayBuffer>;
  export { bytes as default };
}
