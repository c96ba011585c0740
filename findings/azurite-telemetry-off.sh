#!/usr/bin/env bash
# Azurite 3.37.0 (the emulator of Azure Storage) with --disableTelemetry.
#
# Documented (its README): the option turns off the collection of telemetry for one run; nothing is said of its cost.
# Seen: the client of the telemetry (applicationinsights, and OpenTelemetry under it) is loaded all the same, before the
# option is read. Of some 3,700 modules that a start loads with the option about 2,700 are there for that client; when
# that one package is answered with an empty object, the three services start and serve as before, with less than half of
# the processor time. It is paid by whoever starts an emulator for each test or command.
# The script fails when any of this changes.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-fund --no-audit --loglevel=error azurite@3.37.0 >/dev/null

cat > start.cjs <<'SCRIPT'
const Module = require('node:module');
if (process.argv[2] === 'without') {
  const load = Module._load;
  Module._load = (name, ...rest) => name === 'applicationinsights' ? {} : load(name, ...rest);
}
const entry = require.resolve('azurite/dist/src/azurite.js');
process.argv = [process.argv[0], entry, '--inMemoryPersistence', '--silent', '--disableTelemetry',
  '--skipApiVersionCheck', '--blobPort', '0', '--queuePort', '0', '--tablePort', '0'];
const say = console.log;
let listening = 0;
let blobs;
console.log = (line) => {
  const address = /successfully listening at (\S+)/.exec(line)?.[1];
  if (!address) return;
  blobs ??= address;
  if (++listening < 3) return;
  const { user, system } = process.cpuUsage();
  const modules = Object.keys(require.cache);
  const telemetry = modules.filter((name) => /node_modules\/(applicationinsights|@opentelemetry|diagnostic-channel)/.test(name));
  fetch(`${blobs}/devstoreaccount1/?comp=list`).then((answer) => {
    say(modules.length, telemetry.length, Math.round((user + system) / 1000), answer.headers.get('server') ?? 'none');
    process.exit(0);
  });
};
require(entry);
SCRIPT

node --version
read -r modules telemetry milliseconds server <<<"$(node start.cjs)"
echo "as it is:                 $modules modules, $telemetry of the telemetry, $milliseconds ms of processor, server $server"
read -r fewer none less same <<<"$(node start.cjs without)"
echo "without that one package: $fewer modules, $none of the telemetry, $less ms of processor, server $same"

[ "$telemetry" -gt 1000 ] || { echo "CHANGED: the telemetry is not loaded any more where it is off"; exit 1; }
[ "$none" -eq 0 ] && [ $((modules)) -gt $((3 * fewer)) ] || { echo "CHANGED: it is no longer most of a start"; exit 1; }
case "$server:$same" in Azurite*:Azurite*) ;; *) echo "CHANGED: it does not serve without that package"; exit 1;; esac
echo "as described"
