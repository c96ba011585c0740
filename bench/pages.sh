#!/usr/bin/env bash
# Times the pages of a hub with 20 years of archive, on one machine: bench/pages.sh [GIRI]
# Everything it makes is in a temporary folder, removed at the end.
set -euo pipefail
export LC_ALL=C
rounds=${1:-20}
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'kill "${hub:-}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$tmp"' EXIT

echo "Preparo il programma e l'archivio (qualche minuto)..." >&2
# Compiled ahead of time, as it is deployed, where the feed has the compiler for it.
publish() {
  dotnet publish "$here/../src/Cli" -c Release --use-current-runtime --self-contained false -p:RunAnalyzers=false \
    --artifacts-path "$tmp/artifacts" -o "$tmp/cli" --nologo -v quiet "$@" >"$tmp/publish.log" 2>&1
}
ahead="con ReadyToRun"
publish -p:PublishReadyToRun=true || { ahead="senza ReadyToRun"; publish || { cat "$tmp/publish.log" >&2; exit 1; }; }
node "$here/archive.mjs" "$here/../src/Cli/Demo/ambiti/oglio-po.json" "$tmp/dati"
# The program looks above itself for the solution and the emulator, and keeps what it holds where it is started.
cp "$here"/../{PianoZona.sln,package.json,package-lock.json,.npmrc} "$tmp"
mkdir "$tmp/qui"
cd "$tmp/qui"
began=$SECONDS
dotnet "$tmp/cli/pianozona.dll" run --data "$tmp/dati" --out "$tmp/uscita" >"$tmp/run.txt"
echo "Elaborati in $((SECONDS - began)) secondi." >&2

# What a run leaves is what the hub starts from.
ln -s "$tmp/uscita/.stato" .pianozona
dotnet "$tmp/cli/pianozona.dll" up --data "$tmp/dati" --port 0 >"$tmp/up.txt" 2>&1 &
hub=$!
for ((i = 0; i < 600; i++)); do
  address=$(sed -nE 's/.*si accede da: (.*)accesso$/\1/p' "$tmp/up.txt")
  [ -n "$address" ] && break
  sleep 0.5
done
[ -n "$address" ] || { cat "$tmp/up.txt" >&2; exit 1; }

echo "$(date -I), $(nproc) processori, .NET $(dotnet --version) $ahead, $rounds giri; $(find "$tmp/dati/caricamenti" -name '*.csv' | wc -l) file in 20 anni."
echo
node "$here/pages.mjs" "$address" "$rounds"
