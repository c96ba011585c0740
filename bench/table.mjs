// Prints the measures of run.sh as a Markdown table: node table.mjs MEASURES
import { readFileSync } from 'node:fs';

const PROGRAMS = [
  ['pianozona', '`pianozona validate`, CSV: tutte le regole, ogni errore con riga e cella'],
  ['punti', '`pianozona validate`, lo stesso CSV con i punti delle migliaia, che va letto due volte'],
  ['duckdb', 'DuckDB: lettura tipizzata, prodotti, quote, periodo, doppioni, somme per fondo'],
  ['miller', 'Miller: prodotti, quote, somme per fondo'],
  ['csvkit', 'csvkit (`csvclean`): soltanto il numero di celle per riga'],
  ['xlsx50', '`pianozona validate`, XLSX di 50.000 righe'],
  ['xlsx', '`pianozona validate`, XLSX con le stesse righe (un giro)'],
];
const SAME_FILE = new Set(['duckdb', 'miller', 'csvkit']);

const runs = new Map();
for (const line of readFileSync(process.argv[2], 'utf8').trim().split('\n')) {
  const [name, wall, user, system, memory] = line.split(' ');
  if (!runs.has(name)) runs.set(name, []);
  runs.get(name).push({ wall: Number(wall), cpu: Number(user) + Number(system), memory: Number(memory) / 1024 });
}

const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[Math.floor((values.length - 1) / 2)];
const of = (name, figure) => runs.get(name).map((run) => run[figure]);
const text = (number, digits = 2) => number.toFixed(digits).replace('.', ',');
const spread = (values) => `${text(Math.min(...values))} / ${text(median(values))} / ${text(Math.max(...values))}`;

// Round by round, so that a change in the machine's speed touches both.
const ratio = (name, figure) => text(median(of(name, figure).map((value, i) => value / of('pianozona', figure)[i])));

console.log('| Programma | Tempo in s: minimo / mediana / massimo | Tempo, volte il nostro | CPU in s: minimo / mediana / massimo | CPU, volte la nostra | Memoria massima, MB |');
console.log('|---|---|---|---|---|---|');
for (const [name, title] of PROGRAMS) {
  if (!runs.has(name)) {
    console.log(`| ${title} | non installato | | | | |`);
    continue;
  }
  const compared = SAME_FILE.has(name);
  const cells = [
    title, spread(of(name, 'wall')), name === 'pianozona' ? '1' : compared ? ratio(name, 'wall') : '',
    spread(of(name, 'cpu')), name === 'pianozona' ? '1' : compared ? ratio(name, 'cpu') : '', text(Math.max(...of(name, 'memory')), 0),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
