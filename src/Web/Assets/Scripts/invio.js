// Sending with progress, in parts that a slow line may lose; and the receipt as soon as it is there.
// Without it the same form sends the files at once, and the reader looks for the receipt with a link.
'use strict';

const PART = 4 * 1024 * 1024;
const ATTEMPTS = 6;

const wait = milliseconds => new Promise(done => setTimeout(done, milliseconds));
const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, '0')).join('');

function sendPart(url, blob, onProgress, holder) {
  return new Promise((done, fail) => {
    const request = holder.request = new XMLHttpRequest();
    request.open('PUT', url);
    request.upload.onprogress = event => onProgress(event.loaded);
    request.onload = () => request.status < 300 ? done() : fail(request.status);
    request.onerror = request.ontimeout = () => fail(0);
    request.onabort = () => fail(-1);
    request.send(blob);
  });
}

class Upload {
  constructor(file, form, list, say) {
    [this.file, this.form, this.say, this.id, this.sent, this.paused] = [file, form, say, newId(), 0, false];
    this.line = document.createElement('li');
    this.title = this.line.appendChild(document.createElement('strong'));
    this.title.textContent = file.name;
    this.progress = this.line.appendChild(document.createElement('progress'));
    this.progress.max = Math.max(file.size, 1);
    this.progress.setAttribute('aria-label', `Caricamento di ${file.name}`);
    this.words = this.line.appendChild(document.createElement('span'));
    this.pause = this.button('Pausa', () => this.toggle());
    this.button('Annulla', () => this.cancel());
    list.append(this.line);
  }

  button(text, action) {
    const button = this.line.appendChild(document.createElement('button'));
    button.type = 'button';
    button.className = 'come-link';
    button.textContent = text;
    button.addEventListener('click', action);
    return button;
  }

  toggle() {
    this.paused = !this.paused;
    this.pause.textContent = this.paused ? 'Riprendi' : 'Pausa';
    if (this.paused) this.request?.abort(); else this.resume?.();
  }

  cancel() {
    this.cancelled = true;
    this.request?.abort();
    this.resume?.();
    this.line.remove();
  }

  show(bytes) {
    this.progress.value = bytes;
    const percent = Math.floor(100 * bytes / this.progress.max);
    this.words.textContent = `${percent} %`;
    const quarter = Math.floor(percent / 25);
    if (quarter > (this.quarter ?? 0)) this.say(`${this.file.name}: ${percent} %`);
    this.quarter = quarter;
  }

  async run() {
    const parts = Math.max(Math.ceil(this.file.size / PART), 1);
    for (let part = 0, failed = 0; part < parts && !this.cancelled;) {
      try {
        const blob = this.file.slice(part * PART, (part + 1) * PART);
        await sendPart(`/api/bozze/${this.id}/parti/${part}`, blob, sent => this.show(part * PART + sent), this);
        [part, failed] = [part + 1, 0];
      } catch (status) {
        if (this.paused && !this.cancelled) await new Promise(done => this.resume = done);
        else if (status > 0 && status < 500 || ++failed > ATTEMPTS) throw status;
        else await wait(500 * 2 ** failed);
      }
    }
    if (this.cancelled) return null;
    const data = new FormData(this.form);
    const body = {
      nome: this.file.name, parti: parts, flusso: data.get('flusso'), periodo: data.get('periodo'), ente: data.get('ente'),
      alPostoDi: data.get('alPostoDi'),
    };
    const answer = await fetch(`/api/bozze/${this.id}/unisci`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
    });
    if (!answer.ok) throw answer.status;
    return this.id;
  }
}

function prepareForm(form) {
  const input = form.querySelector('input[type=file]');
  const list = form.querySelector('[data-caricamenti]');
  const status = form.querySelector('[data-stato]');
  const button = form.querySelector('.azioni button');
  const say = text => status.textContent = text;
  form.addEventListener('dragover', event => { event.preventDefault(); form.classList.add('sopra'); });
  form.addEventListener('dragleave', () => form.classList.remove('sopra'));
  form.addEventListener('drop', event => {
    event.preventDefault();
    form.classList.remove('sopra');
    input.files = event.dataTransfer.files;
    check();
  });
  // Before any of it is uploaded; the hub says the same of what comes all the same.
  const most = Number(form.dataset.massimo);
  const tooLarge = () => [...input.files].filter(file => file.size > most * 1024 * 1024);
  function refuses() {
    const large = tooLarge();
    for (const one of [input, status]) one.classList.toggle('errore', large.length > 0);
    status.classList.toggle('nascosto', large.length === 0);
    if (large.length === 0) {
      input.removeAttribute('aria-invalid');
      return false;
    }
    input.setAttribute('aria-invalid', 'true');
    const size = file => (file.size / 1024 / 1024).toLocaleString('it-IT', { maximumFractionDigits: 1 });
    say(`${large.map(file => `«${file.name}» è di ${size(file)} MB`).join(', ')}: il massimo è ${most} MB. `
      + 'Non è stato caricato nulla: scegli un file più piccolo.');
    return true;
  }
  function check() {
    if (input.files.length > 0 && !refuses()) form.requestSubmit();
  }
  form.querySelector('[data-subito]').hidden = false;
  input.addEventListener('change', check);
  form.addEventListener('submit', async event => {
    if (input.files.length === 0) return;
    event.preventDefault();
    if (button.disabled || refuses()) return;
    button.disabled = true;
    list.hidden = false;
    list.replaceChildren();
    say('Caricamento iniziato');
    try {
      const uploads = [...input.files].map(file => new Upload(file, form, list, say));
      const ids = [];
      for (const upload of uploads) ids.push(await upload.run());
      const done = ids.filter(Boolean);
      if (done.length > 0) location.assign(done.length === 1 ? `/invia/${done[0]}` : `/invia?controllati=${done.length}`);
      else button.disabled = false;
    } catch (fault) {
      say(fault >= 400 && fault < 500
        ? 'Il servizio non ha accettato il caricamento: ricarica la pagina, accedi se serve, e riprova.'
        : 'Il caricamento non è riuscito: controlla la connessione e premi di nuovo «Controlla».');
      status.classList.remove('nascosto');
      button.disabled = false;
    }
  });
}

async function awaitReceipt(status) {
  for (let seconds = 0; ; seconds += 1) {
    await wait(seconds < 30 ? 700 : 5000);
    const answer = await fetch(status.dataset.ricevuta, { headers: { Accept: 'application/json' } }).catch(() => null);
    const state = answer?.ok ? await answer.json() : null;
    if (state?.ricevuta) {
      status.textContent = 'La ricevuta è pronta.';
      location.replace(`${state.ricevuta}#esito`);
      return;
    }
    if (seconds === 30) document.querySelector('[data-lungo]').hidden = false;
  }
}

document.querySelectorAll('[data-invio]').forEach(prepareForm);
document.querySelectorAll('[data-ricevuta]').forEach(awaitReceipt);
