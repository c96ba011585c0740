// A table while it is filled in: saved and checked as one types, with the keys of a spreadsheet.
// It knows no rule: what is wrong and what it adds up to is asked of the hub. Without it the same form does all.
'use strict';

const QUIET = 800;

function prepareTable(form) {
  const body = form.querySelector('tbody');
  const state = form.querySelector('[data-stato]');
  const totals = form.querySelector('[data-totali]');
  // Cells that were left, or of which the page told already when it came.
  const left = new Set(
    [...form.querySelectorAll('.cella-nota:not([hidden])')].map(note => note.id.slice(0, -'-nota'.length)));
  const controls = row => [...row.querySelectorAll('input, select')];
  let timer = 0;
  let touched = false;
  let asking = null;
  let isBehind = false;
  let isStopped = false;

  function show(cells) {
    const found = new Map(cells.map(cell => [cell.cella, cell]));
    for (const control of form.querySelectorAll('td input, td select')) {
      const note = document.getElementById(`${control.id}-nota`);
      const cell = left.has(control.id) ? found.get(control.id) : undefined;
      note.textContent = cell?.messaggio ?? '';
      note.hidden = !cell;
      note.parentElement.classList.toggle('cella-errata', cell?.blocca === true);
      if (cell?.blocca) control.setAttribute('aria-invalid', 'true'); else control.removeAttribute('aria-invalid');
    }
  }

  function add(list) {
    totals.hidden = list.length === 0;
    form.querySelector('[data-senza-totali]').hidden = list.length > 0;
    totals.replaceChildren(...list.map(total => {
      const part = document.createElement('div');
      part.append(document.createElement('dt'), document.createElement('dd'));
      [part.firstChild.textContent, part.lastChild.textContent] = [total.nome, total.totale];
      return part;
    }));
  }

  async function ask() {
    try {
      const answer = await fetch(form.dataset.compila, {
        method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { Accept: 'application/json' },
      });
      if (!answer.ok && answer.status !== 409) throw answer.status;
      const found = await answer.json();
      state.textContent = found.stato;
      // Somebody else saved it: which rows stay is chosen, not taken.
      isStopped = !answer.ok;
      if (isStopped) return;
      form.elements.versione.value = found.versione ?? '';
      show(found.celle);
      add(found.totali);
    } catch {
      state.textContent = 'Bozza non salvata: controlla la connessione, poi premi «Salva la bozza».';
    }
  }

  // One at a time: what was typed first must not be kept last.
  async function save() {
    isBehind = asking !== null;
    if (isBehind || isStopped) return;
    asking = ask();
    await asking;
    asking = null;
    if (isBehind) save();
  }

  // What nobody has touched is neither kept nor wrong.
  function later() {
    clearTimeout(timer);
    if (touched) timer = setTimeout(save, QUIET);
  }

  // One more row is the last one again, empty, under the next number: those of other bodies stand below.
  function addRow() {
    const last = body.lastElementChild;
    const from = Number(last.id.slice('riga-'.length));
    const next = count() + 1;
    const row = last.cloneNode(true);
    const number = text => text.replace(new RegExp(`\\b${from}\\b(?!.*\\b${from}\\b)`), next);
    const renumber = name => name.replace(new RegExp(`-${from}(?=$|-| )`, 'g'), `-${next}`);
    row.id = renumber(row.id);
    row.firstElementChild.textContent = number(row.firstElementChild.textContent);
    row.querySelectorAll('.prima').forEach(before => before.remove());
    for (const one of row.querySelectorAll('[id]')) one.id = renumber(one.id);
    for (const control of controls(row)) {
      control.name = renumber(control.name);
      control.setAttribute('aria-label', number(control.getAttribute('aria-label')));
      control.setAttribute('aria-describedby', `${control.id}-nota`);
      control.removeAttribute('aria-invalid');
      if (control.tagName === 'SELECT') {
        const stays = [...control.options].findIndex(one => one.defaultSelected);
        control.selectedIndex = 'resta' in control.dataset ? Math.max(stays, 0) : 0;
      }
      else control.value = '';
    }
    for (const note of row.querySelectorAll('.cella-nota')) {
      [note.textContent, note.hidden] = ['', true];
      note.parentElement.classList.remove('cella-errata');
    }
    body.append(row);
    return row;
  }

  const most = Number(form.dataset.righe);
  const count = () => form.querySelectorAll('tbody tr').length;
  const hasRoom = () => count() < most;

  function nextRow(row) {
    return row.nextElementSibling ?? (row.parentElement === body && hasRoom() ? addRow() : null);
  }

  // A block of cells of a spreadsheet: tabs between cells, line ends between rows.
  function paste(control, text) {
    let row = control.closest('tr');
    const first = controls(row).indexOf(control);
    for (const line of text.replace(/\r?\n$/, '').split(/\r?\n/)) {
      if (!row) break;
      const cells = controls(row).slice(first);
      line.split('\t').slice(0, cells.length).forEach((value, index) => {
        const cell = cells[index];
        const words = value.trim();
        if (cell.tagName === 'SELECT') {
          const choice = [...cell.options].find(one => [one.value, one.text]
            .some(known => known.toLowerCase() === words.toLowerCase()));
          cell.value = choice ? choice.value : cell.value;
        } else {
          cell.value = words;
        }
        left.add(cell.id);
      });
      row = nextRow(row);
    }
    touched = true;
    later();
  }

  const onRows = (what, act) =>
    form.querySelectorAll('tbody').forEach(rows => rows.addEventListener(what, act));
  onRows('input', () => { touched = true; later(); });
  onRows('focusout', event => { left.add(event.target.id); later(); });
  onRows('paste', event => {
    const text = event.clipboardData.getData('text');
    if (/[\t\n]/.test(text.trimEnd())) {
      event.preventDefault();
      paste(event.target, text);
    }
  });
  onRows('keydown', event => {
    if (event.key !== 'Enter' || event.target.tagName !== 'INPUT') return;
    event.preventDefault();
    const row = event.target.closest('tr');
    const place = controls(row).indexOf(event.target);
    const below = event.shiftKey ? row.previousElementSibling : nextRow(row);
    if (below) controls(below)[place].focus();
  });
  form.querySelector('[data-aggiungi] button')?.addEventListener('click', event => {
    event.preventDefault();
    if (hasRoom()) controls(addRow())[0].focus();
    event.currentTarget.hidden = !hasRoom();
  });
  form.addEventListener('submit', event => {
    clearTimeout(timer);
    isBehind = false;
    if (!asking) return;
    event.preventDefault();
    const button = event.submitter;
    asking.then(() => setTimeout(() => form.requestSubmit(button)));
  });
}

document.querySelectorAll('[data-compila]').forEach(prepareTable);
