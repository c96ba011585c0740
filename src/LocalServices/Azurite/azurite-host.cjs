// Runs Azurite so that it never outlives, nor dies with, the process that started it.
// The first call starts a second one in a session of its own and leaves: a signal to the starter's process group then
// passes it by. The second serves until its standard input closes, which happens however the starter ends, and saves.
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const Module = require('node:module');
const net = require('node:net');
const path = require('node:path');

// Its servers wait for every connection to end, and a client may hold one that it never used for ten seconds: nobody asks
// anything any more, so what is still open after a moment is cut.
function leave() {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => {
    for (const handle of process._getActiveHandles()) {
      if (handle instanceof net.Socket && handle.remoteAddress) {
        handle.destroy();
      }
    }
  }, 300).unref();
}

// It loads the client of its telemetry even where that is off, as here: most of its modules.
function withoutTelemetry() {
  const load = Module._load;
  Module._load = (name, ...rest) => name === 'applicationinsights' ? {} : load(name, ...rest);
}

if (process.argv[2] !== '--serve') {
  spawn(process.execPath, [__filename, '--serve', ...process.argv.slice(2)], { detached: true, stdio: 'inherit' }).unref();
} else {
  const [module, location, ...rest] = process.argv.slice(3);
  const pidFile = path.join(location, 'azurite.pid');
  fs.mkdirSync(location, { recursive: true });
  fs.writeFileSync(pidFile, String(process.pid));
  const keeps = !rest.includes('--inMemoryPersistence');
  process.on('exit', () => {
    // The lock is released last, after the databases were saved; a folder that holds no data goes as a whole.
    fs.rmSync(keeps ? pidFile : location, { recursive: true, force: true });
  });
  process.stdin.on('end', leave);
  process.stdin.on('error', leave);
  process.stdin.resume();
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  // In memory it refuses to be told of a folder.
  const where = keeps ? ['--location', location] : [];
  process.argv = [process.argv[0], module, ...where, ...rest];
  withoutTelemetry();
  require(module);
}
