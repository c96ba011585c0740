// Times the pages of a hub that is on: node pages.mjs ADDRESS ROUNDS. Prints a Markdown table.
const [address, rounds] = [process.argv[2].replace(/\/$/, ''), Number(process.argv[3])];

class Reader {
  cookies = new Map();

  async ask(path, body) {
    const began = performance.now();
    const answer = await fetch(address + path, {
      method: body ? 'POST' : 'GET',
      body: body && new URLSearchParams(body),
      redirect: 'manual',
      headers: { accept: 'text/html', origin: address, cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') },
    });
    const text = await answer.text();
    for (const cookie of answer.headers.getSetCookie()) {
      const [name, value] = cookie.split(';')[0].split(/=(.*)/s);
      this.cookies.set(name, value);
    }
    if (answer.status !== 200 && answer.status !== 303) throw new Error(`${path}: ${answer.status}`);
    return { text, milliseconds: performance.now() - began, to: answer.headers.get('location') };
  }

  // As a browser that has never been here: the page, and then what it names, all at once.
  async first(path) {
    const began = performance.now();
    const { text } = await this.ask(path);
    const named = [...text.matchAll(/(?:href|src)="(\/[^"]+\.(?:css|js|woff2|svg|png)[^"]*)"/g)].map((found) => found[1]);
    await Promise.all([...new Set(named)].map((one) => this.ask(one.split('#')[0])));
    return performance.now() - began;
  }

  static async signedIn(words) {
    const reader = new Reader();
    const { text } = await reader.ask('/accesso');
    const button = [...text.matchAll(/name="persona" value="([^"]+)">\s*([^<]+)</g)].find((found) => found[2].includes(words));
    if (!button) throw new Error(`Nobody signs in as ${words}`);
    await reader.ask('/accesso', { persona: button[1].replaceAll('&amp;', '&'), ritorno: '/' });
    return reader;
  }
}

const link = (text, start) => text.match(new RegExp(`href="(${start}[^"#?]+)"`))?.[1];
const whole = (number) => number.toFixed(0);

async function measure(role, reader, name, path) {
  const first = await reader.first(path);
  const next = [];
  for (let round = 0; round < rounds; round++) next.push((await reader.ask(path)).milliseconds);
  next.sort((one, other) => one - other);
  console.log(`| ${role} | ${name} | ${whole(first)} | ${whole(next[rounds >> 1])} | ${whole(next.at(-1))} |`);
}

console.log('| Chi | Pagina | La prima volta, con tutto ciò che carica, ms | Poi: mediana, ms | Poi: massimo, ms |');
console.log('|---|---|---|---|---|');
const comune = await Reader.signedIn('Casalmaggiore');
await measure('Comune', comune, 'Da inviare', '/');
await measure('Comune', comune, 'Invia', '/invia');
await measure('Comune', comune, 'Invii', '/invii');
await measure('Comune', comune, 'Ricevuta', link((await comune.ask('/invii')).text, '/ricevute/'));
await measure('Comune', comune, 'Compila', '/compila/spesa-sociale/2026');
await measure('Comune', comune, 'Contatti', '/contatti');
const office = await Reader.signedIn('Ufficio');
await measure('Ufficio di Piano', office, 'Inizio', '/');
for (const [name, path] of [['Cruscotto', '/cruscotto'], ['Scarti', '/scarti'], ['Periodi', '/periodi'], ['Scadenze', '/scadenze']]) {
  await measure('Ufficio di Piano', office, name, path);
}
await measure('Ufficio di Piano', office, 'Fondo', link((await office.ask('/cruscotto')).text, '/fondi/'));
