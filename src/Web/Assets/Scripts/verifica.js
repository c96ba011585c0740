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
  });
  form.addEventListener('submit', async event => {
    if (input.files.length === 0 || !crypto.subtle) return;
    event.preventDefault();
    status.textContent = 'Calcolo l\'impronta del file';
    try {
      const hash = await crypto.subtle.digest('SHA-256', await input.files[0].arrayBuffer());
      const hex = [...new Uint8Array(hash)].map(b => b.toString(16).padStart(2, '0')).join('');
      location.assign(`${form.action}?impronta=${hex}#esito`);
    } catch {
      form.submit();
    }
  });
});
