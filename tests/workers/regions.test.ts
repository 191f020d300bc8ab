import { readFileSync } from 'node:fs';
import { iso31662 } from 'iso-3166';
import { describe, expect, test } from 'vitest';
import { KEPT_CODES } from '../../scripts/region-codes.mjs';
import { countryCodes, stateCodes } from '../../src/io/areas/areaCodes';
import { importAreaTable } from '../../src/io/areas/importAreaTable';
import { likelyRegionCodes } from '../../src/io/areas/regionCodes';
import type { TextTable } from '../../src/io/areas/readRows';
import names from '../../src/io/areas/regionNames.json';
import { adoptAreas } from '../../src/model/adoptAreas';
import type { ImportedAreas } from '../../src/model/importedAreas';
import { REGION_COUNTRIES } from '../../src/model/regionCountries';
import { findPieces } from '../../src/territory/findPieces';
import { innerCentres } from '../../src/territory/innerCentres';
import { areasInKm, shapeAreas } from '../../src/territory/shapeAreas';
import { areaService } from '../../workers/areaService';
import { loadLayer } from '../../workers/loadLayer';
import { makeFullPlan } from '../support/makeFullPlan';

interface RegionFile {
  readonly objects: { readonly regions: { readonly geometries: readonly { readonly id: string }[] } };
}
const fileOf = (country: string) =>
  JSON.parse(
    readFileSync(new URL(`../../src/io/areas/regions/${country}.json`, import.meta.url), 'utf8'),
  ) as RegionFile;

const countries = loadLayer({ kind: 'countries' }).then((world) => {
  const km2 = areasInKm(world, innerCentres(world));
  return new Map(world.ids.map((id, area) => [id, km2[area] ?? 0]));
});
const regionsOf = async (country: string) => loadLayer({ kind: 'regions', country });

async function list(country: string, text?: string): Promise<ImportedAreas> {
  const extent = text === undefined ? { kind: 'all' as const } : { kind: 'list' as const, text };
  const answer = await areaService.list({ kind: 'regions', country }, extent);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value;
}

describe('the regions of countries', () => {
  test('every one is known by a code of ISO 3166-2 of its country, has a name, and an outline in the country’s file', () => {
    const standard = new Set(iso31662.map(({ code }) => code));
    expect(Object.keys(names)).toEqual(REGION_COUNTRIES);
    for (const [country, regions] of Object.entries(names)) {
      const codes = Object.keys(regions);
      expect(codes.filter((code) => !standard.has(code) && !KEPT_CODES.has(code))).toEqual([]);
      expect(codes.every((code) => code.startsWith(`${country}-`))).toBe(true);
      expect(Object.values(regions).filter(([name]) => !name?.trim())).toEqual([]);
      expect(
        fileOf(country)
          .objects.regions.geometries.map(({ id }) => id)
          .sort(),
      ).toEqual(codes);
    }
  });

  // Together they are as large as the map of countries has their country, which is drawn from another file at another scale.
  test.each([
    ['DE', 16],
    ['CA', 13],
    ['GB', 216],
    ['FR', 101],
    ['ES', 52],
    ['BR', 27],
    ['MX', 32],
    ['IN', 36],
    ['AU', 8],
    ['JP', 47],
    ['PL', 16],
    ['NO', 16],
  ])(
    '%s has %d of them, which hang together and sum to the area of their country within a fiftieth',
    async (country, count) => {
      const layer = await regionsOf(country);
      expect(layer.ids).toHaveLength(count);
      const places = innerCentres(layer);
      const km2 = areasInKm(layer, places);
      expect(layer.names.filter((_, region) => !((km2[region] ?? 0) > 0))).toEqual([]);
      const { graph } = shapeAreas(layer, layer.ids, places);
      expect(findPieces(graph, new Int32Array(count)).territoryOf).toEqual([0]);
      const whole = (await countries).get(country) ?? 0;
      expect(Math.abs(km2.reduce((sum, each) => sum + each, 0) / whole - 1)).toBeLessThan(0.02);
    },
  );

  test('are as large as their statistical offices say, within 2 %', async () => {
    // km², of Destatis, IBGE and INE; where lakes are many they count what these do not
    const known = {
      DE: { 'DE-BY': 70_542, 'DE-NI': 47_710, 'DE-HE': 21_116 },
      BR: { 'BR-MG': 586_514, 'BR-SP': 248_219 },
      ES: { 'ES-Z': 17_274, 'ES-CC': 19_868 },
    };
    for (const [country, areas] of Object.entries(known)) {
      const { accounts } = await list(country);
      for (const [id, km2] of Object.entries(areas)) {
        const [found = 0] = accounts.find((each) => each.id === id)?.values ?? [];
        expect(Math.abs((found ?? 0) / km2 - 1)).toBeLessThan(0.02);
      }
    }
  });

  test('touch whom they touch: Bayern Hessen, and not Berlin, which touches Brandenburg alone', async () => {
    const layer = await regionsOf('DE');
    const { graph } = shapeAreas(layer, layer.ids, innerCentres(layer));
    const around = (id: string) => {
      const unit = layer.ids.indexOf(id);
      const found = [];
      for (let edge = graph.start[unit] ?? 0; edge < (graph.start[unit + 1] ?? 0); edge++)
        found.push(layer.ids[graph.to[edge] ?? 0]);
      return found.sort();
    };
    expect(around('DE-BY')).toEqual(['DE-BW', 'DE-HE', 'DE-SN', 'DE-TH']);
    expect(around('DE-BE')).toEqual(['DE-BB']);
    expect(around('DE-SL')).toEqual(['DE-RP']);
  });

  test('come with their area, all or those that are listed by code or name; what is not known is said', async () => {
    const some = await list('DE', 'DE-BY, bw; Hesse, Köln');
    expect(some.accounts.map(({ id, name }) => [id, name])).toEqual([
      ['DE-BW', 'Baden-Württemberg'],
      ['DE-BY', 'Bayern'],
      ['DE-HE', 'Hessen'],
    ]);
    expect(some.areas).toEqual({ kind: 'regions', country: 'DE' });
    expect(some.measures.map(({ name, derived }) => [name, derived !== undefined])).toEqual([
      ['Area, km²', true],
    ]);
    expect(some.problems.map(({ message }) => message)).toEqual([
      'a region must be known by code or name, got “Köln”',
    ]);
  });

  test('a country without a file has no regions, and its areas are points', async () => {
    expect(
      await areaService.shape({ kind: 'regions', country: 'XX' }, ['XX-1'], [{ lon: 1, lat: 2 }]),
    ).toMatchObject({
      ok: true,
      value: { outlined: Uint8Array.of(0) },
    });
  });
});

describe('a table of regions', () => {
  const kinds = [stateCodes, countryCodes];
  const likely = (table: TextTable) => likelyRegionCodes(names, table);
  const read = async (...lines: string[]) => {
    const answer = await importAreaTable(new File([lines.join('\n')], 'regions.csv'), kinds, likely);
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    return answer.value;
  };

  test.each([
    ['codes', 'Code', 'DE-BY DE-HE DE-BE', 'DE', 'DE-BY DE-HE DE-BE'],
    ['names there', 'Land', 'Bayern Nordrhein-Westfalen Thüringen', 'DE', 'DE-BY DE-NW DE-TH'],
    ['English names without accents', 'Region', 'Bavaria Hesse Thuringen', 'DE', 'DE-BY DE-HE DE-TH'],
    ['short codes under a heading that says so', 'Province', 'ON QC BC AB', 'CA', 'CA-ON CA-QC CA-BC CA-AB'],
    ['names of another country', 'Province', 'Ontario québec Alberta', 'CA', 'CA-ON CA-QC CA-AB'],
    ['departments', 'Département', "Gironde Côte-d'Or Paris", 'FR', 'FR-33 FR-21 FR-75C'],
    ['states that are not the US’s', 'State', 'Jalisco Durango Sonora', 'MX', 'MX-JAL MX-DUR MX-SON'],
  ])('by %s finds its country', async (_, heading, cells, country, ids) => {
    const found = await read(`${heading},Sales`, ...cells.split(' ').map((cell, row) => `${cell},${row}`));
    expect([found.kind, found.country]).toEqual(['regions', country]);
    expect([...found.rows.keys()]).toEqual(ids.split(' '));
    expect(found.problems).toEqual([]);
  });

  test('initials of reps are no regions', async () => {
    const rows = ['AB', 'ON', 'NB', 'MB', 'PE'].map((rep, row) => `${rep},${row},${row}`);
    const answer = await importAreaTable(
      new File([['Rep,Calls,Visits', ...rows].join('\n')], 'reps.csv'),
      kinds,
      likely,
    );
    expect(answer).toMatchObject({ ok: false, problems: [{ code: 'column-area-missing' }] });
  });

  test('a name that several regions have is explained, and the rest goes on', async () => {
    const found = await read('Provincia,Sales', 'Milano,1', 'Genova,2', 'Piemonte,3', 'Bologna,4', 'Roma,5');
    expect([found.country, ...found.rows.keys()]).toEqual(['IT', 'IT-MI', 'IT-GE', 'IT-BO', 'IT-RM']);
    expect(found.problems.map(({ message }) => message)).toEqual([
      'a region must be known by a name that is its alone, got “Piemonte”, which is IT-AL, IT-AT and 6 more: use the code',
    ]);
  });

  test('tables of states and of countries are what they were', async () => {
    expect((await read('State,Sales', 'CA,1', 'WA,2', 'Georgia,3')).kind).toBe('us-states');
    expect((await read('Country,Sales', 'DE,1', 'AT,2', 'CA,3')).kind).toBe('countries');
  });

  test('adds to the plan’s regions, or brings all of their country', async () => {
    const file = new File(['Land,Umsatz\nBayern,5\nHessen,6'], 'umsatz.csv');
    const answer = await areaService.readTable(file, undefined);
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    expect(answer.value).toMatchObject({ areas: { kind: 'regions', country: 'DE' }, onto: false });
    expect(answer.value.accounts).toHaveLength(16);
    expect(answer.value.accounts.filter(({ values }) => values[0] === null)).toHaveLength(14);
    const plan = adoptAreas(makeFullPlan(), await list('DE'), 'Nothing assigned');
    expect(await areaService.readTable(file, plan.accountBook)).toMatchObject({
      ok: true,
      value: { onto: true },
    });
  });
});
