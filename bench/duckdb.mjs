// What PianoZona's peer does with the same file: node duckdb.mjs FILE.csv
// A strict typed reading (every value must fit its type, or the row is kept in reject_errors with its line), the same arithmetic,
// the rows that come twice, the sums by fund. Its own defaults: as many threads as there are processors, no database file.
import { DuckDBInstance } from '@duckdb/node-api';

const [file] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const rowsOf = async (sql) => (await connection.runAndReadAll(sql)).getRowsJson();

await connection.run(`
  CREATE TABLE prestazioni AS SELECT * FROM read_csv('${file}', delim = ';', header = true, decimal_separator = ',', dateformat = '%d/%m/%Y',
    store_rejects = true, columns = {
      'ente_gestore': 'VARCHAR', 'codice_istat': 'VARCHAR', 'servizio': 'VARCHAR', 'fondo': 'VARCHAR', 'annualita': 'SMALLINT',
      'periodo': 'VARCHAR', 'id_utente': 'VARCHAR', 'data': 'DATE', 'quantita': 'DECIMAL(14,4)', 'unita': 'VARCHAR',
      'tariffa': 'DECIMAL(14,2)', 'importo': 'DECIMAL(14,2)', 'quota_utente': 'DECIMAL(14,2)', 'quota_comune': 'DECIMAL(14,2)',
      'quota_fondo': 'DECIMAL(14,2)', 'cig': 'VARCHAR'})`);
const [rejects] = await rowsOf('SELECT count(*) FROM reject_errors');
const [wrong] = await rowsOf(`
  SELECT count(*), count(*) FILTER (round(quantita * tariffa, 2) <> importo), count(*) FILTER (quota_utente + quota_comune + quota_fondo <> importo),
    count(*) FILTER (annualita NOT BETWEEN 2000 AND 2100 OR periodo <> '2025-09' OR data NOT BETWEEN DATE '2025-09-01' AND DATE '2025-09-30')
  FROM prestazioni`);

// By a hash of the whole row, the cheapest way it has.
const [twice] = await rowsOf('SELECT count(*) FROM (SELECT 1 FROM prestazioni GROUP BY hash(prestazioni) HAVING count(*) > 1)');
const sums = await rowsOf(`
  SELECT fondo, sum(importo), sum(quota_utente), sum(quota_comune), sum(quota_fondo) FROM prestazioni GROUP BY fondo ORDER BY fondo`);
console.log('rejects', rejects, 'rows, product, shares, period', wrong, 'twice', twice);
console.log(sums);
