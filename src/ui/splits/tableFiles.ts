/** What a file picker offers for a table. */
export const TABLE_FILES = '.csv,.tsv,.txt,.xlsx,text/csv,text/plain';

/** And for outlines of regions. */
export const REGION_FILES = '.geojson,.topojson,.json,application/geo+json,application/json';
