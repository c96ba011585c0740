// Compiles what the pages are dressed in (npm run build), from Sources and the packages of package.json into Built.
// What it writes is committed: the product is built without Node. With a folder as argument it writes there instead.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as sass from 'sass';

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, '../../../node_modules');
const sources = join(here, 'Sources');
const built = process.argv[2] ?? join(here, 'Built');
mkdirSync(built, { recursive: true });

const sheet = sass.compile(join(sources, 'pianozona.scss'), {
  style: 'compressed',
  charset: false,
  loadPaths: [sources, join(packages, 'bootstrap-italia/src/scss')],
  // Bootstrap Italia 2 relies on what Sass 2 will not have; the version of Sass is pinned.
  logger: sass.Logger.silent,
});
// Not ours to keep: references to maps, comments of the packages (their licences are in Licences).
writeFileSync(join(built, 'pianozona.css'), sheet.css.replace(/\/\*[\s\S]*?\*\//g, '').trim() + '\n');

const sprite = readFileSync(join(packages, 'bootstrap-italia/dist/svg/sprites.svg'), 'utf8');
const icons = readFileSync(join(sources, 'icons.txt'), 'utf8').split('\n').filter(Boolean).map(name => {
  const symbol = sprite.match(new RegExp(`<symbol id="it-${name}"[\\s\\S]*?</symbol>`));
  if (!symbol) throw new Error(`Bootstrap Italia has no icon it-${name}.`);
  return symbol[0].replace(`id="it-${name}"`, `id="${name}"`);
});
writeFileSync(join(built, 'icone.svg'), `<svg xmlns="http://www.w3.org/2000/svg">\n${icons.join('\n')}\n</svg>\n`);

for (const weight of [400, 600, 700]) {
  copyFileSync(
    join(packages, `@fontsource/titillium-web/files/titillium-web-latin-${weight}-normal.woff2`),
    join(built, `titillium-${weight}.woff2`));
}

// What papers are written with: they embed whole TrueType fonts, and pages do not serve them.
for (const [from, to] of [
  ['Titillium_Web/titillium-web-v10-latin-ext_latin-regular', 'titillium-400'],
  ['Titillium_Web/titillium-web-v10-latin-ext_latin-600', 'titillium-600'],
  ['Roboto_Mono/roboto-mono-v13-latin-ext_latin-regular', 'roboto-mono-400'],
]) {
  copyFileSync(join(packages, `bootstrap-italia/dist/fonts/${from}.ttf`), join(built, `${to}.ttf`));
}
