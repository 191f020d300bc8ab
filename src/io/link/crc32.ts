const REVERSED_POLYNOMIAL = 0xedb88320;

/**
 * CRC-32 of bytes (ISO-HDLC, as in zip and PNG), unsigned. It finds every damaged run of up to 32
 * bits, hence every single wrong character; it is no signature.
 */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? REVERSED_POLYNOMIAL : 0);
  }
  return ~crc >>> 0;
}
