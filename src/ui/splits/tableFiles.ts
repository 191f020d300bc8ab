/** What a file picker offers for a table. */
export const TABLE_FILES = '.csv,.tsv,.txt,.xlsx,text/csv,text/plain';
