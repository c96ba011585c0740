// Writes the archive of an Ambito, always the same: 20 years of its Comuni, 7 files a year each. node archive.mjs AMBITO.json FOLDER
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [document, folder] = process.argv.slice(2);
const FIRST = 2006;
const YEARS = 20;
const AREAS = ['ANZIANI', 'DISABILI', 'MINORI-FAMIGLIA', 'IMMIGRAZIONE', 'EMARGINAZIONE-POVERTA', 'DIPENDENZE'];
const FUNDS = ['FNPS', 'FNA', 'FSR', 'COM'];
const comuni = JSON.parse(readFileSync(document, 'utf8')).senders.filter((sender) => sender.kind === 'comune');

const euro = (number) => `${1000 + (number * 7919) % 90000},${String((number * 31) % 100).padStart(2, '0')}`;
let files = 0;
function put(sender, flow, period, header, rows) {
  const path = join(folder, 'caricamenti', sender, flow, period);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, `${flow}.csv`), [header, ...rows].map((row) => row.join(';')).join('\r\n') + '\r\n');
  files++;
}

for (let year = FIRST; year < FIRST + YEARS; year++) {
  comuni.forEach(({ code }, place) => {
    put(code, 'spesa-sociale', `${year}`, ['ente', 'anno', 'area', 'importo'],
      AREAS.map((area, row) => [code, year, area, euro(year * 100 + place * 10 + row)]));
    for (let quarter = 1; quarter <= 4; quarter++) {
      put(code, 'rendicontazione', `${year}-T${quarter}`,
        ['ente', 'fondo', 'annualita', 'intervento', 'impegnato', 'liquidato'],
        FUNDS.map((fund, row) => {
          const committed = euro(year * 100 + place * 10 + row + quarter);
          return [code, fund, year, `Intervento ${quarter}${row}`, committed, committed];
        }));
    }
    for (const half of ['S1', 'S2']) {
      put(code, 'casi-gepi', `${year}-${half}`, ['codice_istat', 'periodo', 'sst', 'cpi', 'totale'],
        [[code, `${year}-${half}`, place, 2, place + 2]]);
    }
  });
}

mkdirSync(join(folder, 'ambiti'), { recursive: true });
writeFileSync(join(folder, 'ambiti', 'ambito.json'), readFileSync(document));
console.error(`${files} file di ${comuni.length} Comuni in ${YEARS} anni`);
