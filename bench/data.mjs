// Writes a file of the flow «prestazioni», always the same for the same number of rows: node data.mjs ROWS FILE.csv|FILE.xlsx [punti]
// With «punti» amounts over a thousand are written 1.234,56.
// Every row is valid: amount = quantity × tariff to the cent, the shares add up to it, no row comes twice.
import { once } from 'node:events';
import { closeSync, openSync, writeSync } from 'node:fs';
import { crc32, createDeflateRaw } from 'node:zlib';

const HEADER = [
  'ente_gestore', 'codice_istat', 'servizio', 'fondo', 'annualita', 'periodo', 'id_utente', 'data',
  'quantita', 'unita', 'tariffa', 'importo', 'quota_utente', 'quota_comune', 'quota_fondo', 'cig',
];
const NUMBERS = new Set(['quantita', 'tariffa', 'importo', 'quota_utente', 'quota_comune', 'quota_fondo']);
const PROVIDERS = ['ente-coop-uno', 'ente-coop-due', 'ente-aurora', 'ente-asp-valle'];
const SERVICES = [['SAD', 'ORE'], ['SADH', 'ORE'], ['ADM', 'ORE'], ['AES', 'ORE'], ['CDD', 'GIORNI'], ['RSD', 'GIORNI'], ['PASTI', 'PASTI'], ['TRASPORTO', 'ACCESSI']];
const FUNDS = ['FNPS', 'FNA', 'FSR', 'COM'];
const USERS = 40_000; // each with 25 rows in a million: more than any cache of words holds

// A small generator of its own, so that the file is the same on every machine.
let state = 20250930;
function below(limit) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 4294967296) * limit);
}

const two = (number) => String(number).padStart(2, '0');
const points = process.argv[4] === 'punti';
const whole = (euros) => (points && euros > 999 ? `${Math.floor(euros / 1000)}.${String(euros % 1000).padStart(3, '0')}` : euros);
const euro = (cents) => `${whole(Math.floor(cents / 100))},${two(cents % 100)}`;

// Seven digits and the three control characters that go with them.
function cig(number) {
  return `${number}${(Number((BigInt(number) * 211n) % 4091n)).toString(16).toUpperCase().padStart(3, '0')}`;
}

const CIGS = Array.from({ length: 300 }, (_, i) => cig(8_745_961 + 37 * i));

function row(i) {
  const user = i % USERS;
  const day = 1 + (Math.floor(i / USERS) % 30);
  const [service, unit] = SERVICES[Math.floor(i / (USERS * 30)) % SERVICES.length];
  const quarters = 1 + below(96); // quantities in quarters of a unit
  const tariff = 800 + below(4200);
  const amount = Math.floor((quarters * tariff + 2) / 4); // half a cent up
  const ofUser = below(Math.floor(amount / 2) + 1);
  const ofComune = below(Math.floor(amount / 2) + 1);
  return [
    PROVIDERS[user % PROVIDERS.length], `0190${two(1 + (user % 90))}`, service, FUNDS[below(FUNDS.length)], '2025', '2025-09',
    `UT-${String(user).padStart(6, '0')}`, `${two(day)}/09/2025`,
    `${Math.floor(quarters / 4)}${['', ',25', ',5', ',75'][quarters % 4]}`, unit, euro(tariff), euro(amount),
    euro(ofUser), euro(ofComune), euro(amount - ofUser - ofComune), CIGS[user % CIGS.length],
  ];
}

function writeCsv(file, rows) {
  const out = openSync(file, 'w');
  let text = `${HEADER.join(';')}\r\n`;
  for (let i = 0; i < rows; i++) {
    text += `${row(i).join(';')}\r\n`;
    if (text.length > 1 << 20) {
      writeSync(out, text);
      text = '';
    }
  }
  writeSync(out, text);
  closeSync(out);
}

// The sheet as a spreadsheet writes it: shared strings, figures and dates as typed cells.
function* sheetOf(rows, shared) {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${MAIN}"><sheetData>`;
  const letters = HEADER.map((_, i) => String.fromCharCode(65 + i));
  yield `<row r="1">${HEADER.map((name, i) => `<c r="${letters[i]}1" t="s"><v>${shared(name)}</v></c>`).join('')}</row>`;
  for (let i = 0; i < rows; i++) {
    const cells = row(i).map((text, c) => {
      const at = `${letters[c]}${i + 2}`;
      if (HEADER[c] === 'data') return `<c r="${at}" s="1"><v>${SERIAL_OF_31_AUGUST_2025 + Number(text.slice(0, 2))}</v></c>`;
      if (HEADER[c] === 'annualita') return `<c r="${at}"><v>${text}</v></c>`;
      return NUMBERS.has(HEADER[c]) ? `<c r="${at}"><v>${text.replace(',', '.')}</v></c>` : `<c r="${at}" t="s"><v>${shared(text)}</v></c>`;
    });
    yield `<row r="${i + 2}">${cells.join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

function* stringsOf(strings) {
  yield `<sst xmlns="${MAIN}">`;
  for (const text of strings.keys()) yield `<si><t>${text}</t></si>`;
  yield '</sst>';
}

async function writeXlsx(file, rows) {
  const strings = new Map();
  const shared = (text) => {
    if (!strings.has(text)) strings.set(text, strings.size);
    return strings.get(text);
  };
  await writeZip(file, [...PARTS, ['xl/worksheets/sheet1.xml', sheetOf(rows, shared)], ['xl/sharedStrings.xml', stringsOf(strings)]]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const SERIAL_OF_31_AUGUST_2025 = 45900;
const PARTS = [
  ['[Content_Types].xml', [`<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
    + `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`
    + `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>`
    + `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`
    + `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`]],
  ['_rels/.rels', [`<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`]],
  ['xl/workbook.xml', [`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="prestazioni" sheetId="1" r:id="rId1"/></sheets></workbook>`]],
  ['xl/_rels/workbook.xml.rels', [`<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>`
    + `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`]],
  ['xl/styles.xml', [`<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>`
    + '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>']],
];

// Deflates texts to the end of a file, a megabyte at a time; returns the checksum and both lengths.
async function deflateTo(out, texts) {
  const deflate = createDeflateRaw();
  let packed = 0;
  let length = 0;
  let checksum = 0;
  deflate.on('data', (bytes) => { packed += writeSync(out, bytes); });
  const write = async (text) => {
    const bytes = Buffer.from(text);
    checksum = crc32(bytes, checksum);
    length += bytes.length;
    if (!deflate.write(bytes)) await once(deflate, 'drain');
  };
  let pending = '';
  for (const text of texts) {
    pending += text;
    if (pending.length > 1 << 20) {
      await write(pending);
      pending = '';
    }
  }
  await write(pending);
  deflate.end();
  await once(deflate, 'end');
  return { checksum, packed, length };
}

// A ZIP of deflated parts. The header of a part is written again once its lengths are known.
async function writeZip(file, parts) {
  const out = openSync(file, 'w');
  const directory = [];
  let offset = 0;
  for (const [name, texts] of parts) {
    writeSync(out, Buffer.alloc(30 + name.length));
    const { checksum, packed, length } = await deflateTo(out, texts);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(0x21 << 16, 6); // 1 January 1980
    common.writeUInt32LE(checksum, 10);
    common.writeUInt32LE(packed, 14);
    common.writeUInt32LE(length, 18);
    common.writeUInt16LE(name.length, 22);
    writeSync(out, Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name)]), 0, 30 + name.length, offset);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, Buffer.from(name));
    offset += 30 + name.length + packed;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  writeSync(out, Buffer.concat([list, end]));
  closeSync(out);
}

const [rows, file] = process.argv.slice(2);
await (file.endsWith('.xlsx') ? writeXlsx : writeCsv)(file, Number(rows));
