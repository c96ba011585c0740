// The hash of a file is computed here, so that the file does not leave the machine.
// Without it the same form sends the file, and the hub computes the hash.
'use strict';

// Also of a file that was verified before, whose address is the same.
document.getElementById('esito')?.focus();

document.querySelectorAll('[data-verifica]').forEach(form => {
  const input = form.querySelector('input[type=file]');
  const status = form.querySelector('[data-stato]');
  form.addEventListener('dragover', event => { event.preventDefault(); form.classList.add('sopra'); });
  form.addEventListener('dragleave', () => form.classList.remove('sopra'));
  form.addEventListener('drop', event => {
    event.preventDefault();
    form.classList.remove('sopra');
    input.files = event.dataTransfer.files;
    check();
  });
  // Where a number is asked for beside the file, both must be there first.
  function check() {
    if (input.files.length > 0 && !form.elements.numero) form.requestSubmit();
  }
  for (const hint of form.querySelectorAll('[data-subito]')) hint.hidden = false;
  input.addEventListener('change', check);
  form.addEventListener('submit', async event => {
    const number = form.elements.numero?.value.trim();
    // What is no number may be anything, a tax code too, and stays out of addresses: the hub answers it.
    if (input.files.length === 0 || !crypto.subtle || (number !== undefined && !/_[0-9a-f]{16}$/.test(number))) return;
    event.preventDefault();
    status.textContent = 'Calcolo l\'impronta del file';
    try {
      const hash = await crypto.subtle.digest('SHA-256', await input.files[0].arrayBuffer());
      const hex = [...new Uint8Array(hash)].map(b => b.toString(16).padStart(2, '0')).join('');
      const asked = new URLSearchParams(number === undefined ? { impronta: hex } : { numero: number, impronta: hex });
      location.assign(`${form.action}?${asked}#esito`);
    } catch {
      form.submit();
    }
  });
});
