import { MOST_ACCOUNTS, type OwnAreas } from '../../model/accountBook';
import { formatCount } from '../../model/format/formatCount';
import { fail, succeed, type Result } from '../../model/problem';
import { ProblemLog } from '../history/problemLog';
import { AREA_RULES, type AreaLog } from './areaProblems';
import { buildTopology } from './buildTopology';
import { chooseProperties, type ChosenProperties } from './chooseProperties';
import { geoFeatures, type GeoFeature } from './geoFeatures';
import { judgeCoordinates, namedProjection } from './judgeCoordinates';
import { readPolygons, type Polygon } from './readPolygons';
import { readRegion, type ReadRegion } from './readRegion';

/** Regions of a file, before it is known where their centres are. */
export interface ReadRegions {
  readonly file: string;
  readonly areas: OwnAreas;
  /** By id. */
  readonly regions: ReadonlyMap<string, ReadRegion>;
  readonly measures: readonly string[];
  readonly namedBy: ChosenProperties['namedBy'];
  readonly log: AreaLog;
}

interface Shaped {
  readonly feature: GeoFeature;
  readonly polygons: readonly Polygon[];
}

/**
 * Reads regions of one's own, GeoJSON or TopoJSON. What is wrong with one is reported and the rest goes on. Fails where the file is
 * neither (`file-no-regions`), where its coordinates are no degrees (`regions-projected`), or where a plan cannot hold its regions.
 * `onBorders` is told when the borders' turn has come, which is what takes long. Cost: n log n in corners.
 */
export function readRegions(
  file: string,
  text: string,
  onBorders: () => void = () => undefined,
): Result<ReadRegions> {
  const refuse = (code: string, words: string) =>
    fail<ReadRegions>([{ code, path: file, message: `${file} must ${words}` }]);
  const parsed = parseJson(text);
  const features = geoFeatures(parsed);
  if (features === undefined)
    return refuse(
      'file-no-regions',
      `be GeoJSON or TopoJSON with areas in it, got ${parsed === undefined ? 'text that is no JSON' : 'other JSON'}`,
    );
  const log: AreaLog = new ProblemLog(AREA_RULES);
  const chosen = chooseProperties(features);
  const shaped = features.flatMap((feature) => shapeOf(feature, chosen, file, log));
  if (shaped.length === 0)
    return refuse(
      'file-no-regions',
      `have at least one area, got ${formatCount(features.length)} features and no polygon among them`,
    );
  if (shaped.length > MOST_ACCOUNTS)
    return refuse(
      'accounts-too-many',
      `have at most ${formatCount(MOST_ACCOUNTS)} regions, got ${formatCount(shaped.length)}`,
    );
  const judged = judgeCoordinates(shaped.flatMap(({ polygons }) => polygons));
  const crs = namedProjection(parsed);
  if (judged.kind === 'projected')
    return refuse(
      'regions-projected',
      `have longitudes from −180 to 180 and latitudes from −90 to 90 (WGS 84 degrees, EPSG:4326), got ${judged.value}${crs === undefined ? '' : `, and a coordinate system named “${crs}”`}: turn it into degrees first`,
    );
  if (crs !== undefined)
    log.add('crs-named', {
      file,
      message: `coordinates must be WGS 84 degrees, got a coordinate system named “${crs}” and numbers that could be degrees`,
      action: 'read as degrees; look at the map',
    });
  if (judged.kind === 'swapped')
    log.add('coordinates-swapped', {
      file,
      message: 'a longitude must come before its latitude, got latitudes beyond 90',
      action: 'read the other way round',
    });
  sayChoice(file, chosen, log);
  const byId = joinParts(shaped, chosen, file, log, judged.kind === 'swapped');
  onBorders();
  const built = buildTopology(file, new Map(Array.from(byId, ([id, { polygons }]) => [id, polygons])));
  const { simplified, alone } = built;
  if (simplified)
    log.add('outline-simplified', {
      file,
      message: `outlines must have at most ${formatCount(simplified.to)} corners to be kept in a plan, got ${formatCount(simplified.from)}`,
      action: 'corners that matter least were left out',
    });
  const ids = [...byId.keys()];
  if (ids.length > 1)
    for (const place of alone)
      log.add('region-alone', {
        file,
        message: `regions that touch must share corners of their outlines, got “${byId.get(ids[place] ?? '')?.region.name ?? ''}” that shares none`,
        action: 'joined to the nearest one by a bridge',
      });
  return succeed({
    file,
    areas: built.areas,
    regions: new Map(Array.from(byId, ([id, { region }]) => [id, region])),
    measures: chosen.measures,
    namedBy: chosen.namedBy,
    log,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** The polygons of a feature, with what is wrong with it; none where it has none. */
function shapeOf(feature: GeoFeature, chosen: ChosenProperties, file: string, log: AreaLog): Shaped[] {
  const name = `feature ${feature.number}, “${chosen.nameOf(feature)}”`;
  const { polygons, others, opened, thin } = readPolygons(feature.geometry);
  if (others.length > 0)
    log.add('region-no-polygon', {
      file,
      message: `a region must be a polygon, got ${others.slice(0, 3).join(', ')} in ${name}`,
      action: polygons.length > 0 ? 'its polygons are taken' : 'left out',
    });
  else if (polygons.length === 0)
    log.add('region-empty', {
      file,
      message: `a region must have an outline, got none in ${name}`,
      action: 'left out',
    });
  if (opened > 0)
    log.add('ring-open', {
      file,
      message: `an outline must end where it begins, got ${opened} that ${opened === 1 ? 'does' : 'do'} not in ${name}`,
      action: 'closed by a straight line',
    });
  if (thin > 0)
    log.add('ring-thin', {
      file,
      message: `an outline must have three corners or more, got ${thin} of fewer in ${name}`,
      action: 'left out',
    });
  return polygons.length === 0 ? [] : [{ feature, polygons }];
}

/** Features of one id are parts of one region; its figures are those of the first. */
function joinParts(
  shaped: readonly Shaped[],
  chosen: ChosenProperties,
  file: string,
  log: AreaLog,
  swapped: boolean,
): ReadonlyMap<string, { readonly polygons: Polygon[]; readonly region: ReadRegion }> {
  const turn = (polygon: Polygon): Polygon =>
    swapped ? polygon.map((ring) => ring.map(([x, y]) => [y, x] as const)) : polygon;
  const byId = new Map<string, { readonly polygons: Polygon[]; readonly region: ReadRegion }>();
  for (const { feature, polygons } of shaped) {
    const id = chosen.idOf(feature);
    const before = byId.get(id);
    if (before) {
      before.polygons.push(...polygons.map(turn));
      log.add('region-parts', {
        file,
        message: `an id must be unique, got “${id}” again in feature ${feature.number}`,
        action: 'taken as one more part of the same region; its figures are passed over',
      });
    } else byId.set(id, { polygons: polygons.map(turn), region: readRegion(feature, chosen, file, log) });
  }
  return byId;
}

function sayChoice(file: string, { id, name }: ChosenProperties, log: AreaLog): void {
  const ids = id === undefined ? 'the features’ own ids, or their numbers where they have none' : `“${id}”`;
  log.add('properties-chosen', {
    file,
    message: `a region must have an id and a name, got ${ids} as ids`,
    action: name === undefined ? 'ids stand for names' : `names are those of “${name}”`,
  });
}
