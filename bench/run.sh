#!/usr/bin/env bash
# Compares «pianozona validate» with its peers as whole processes, in turn, and prints a Markdown table: bench/run.sh [RIGHE] [GIRI]
# Everything it makes or installs is in a temporary folder, removed at the end (Miller and csvkit excepted, which come from Debian).
set -euo pipefail
export LC_ALL=C
rows=${1:-1000000}
rounds=${2:-5}
here=$(cd "$(dirname "$0")" && pwd)
for need in dotnet node npm /usr/bin/time; do
  command -v "$need" >/dev/null || { echo "Manca $need (in Debian: nodejs, npm, time; .NET da https://dotnet.microsoft.com)." >&2; exit 1; }
done

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

if ! command -v mlr >/dev/null || ! command -v csvclean >/dev/null; then
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    { apt-get update -qq && apt-get install -y -qq miller csvkit; } >/dev/null 2>&1 || true
  fi
fi

echo "Preparo i programmi e i file di prova..." >&2
cp "$here"/{package.json,package-lock.json,.npmrc,duckdb.mjs} "$tmp"
# Not «npm ci»: a feed may lack the builds of other systems, which the lock then cannot list.
npm install --prefix "$tmp" --no-fund --no-audit --loglevel=error >/dev/null

# Compiled ahead of time where the feed has the compiler for it.
publish() {
  dotnet publish "$here/../src/Cli" -c Release --use-current-runtime --self-contained false -p:RunAnalyzers=false \
    --artifacts-path "$tmp/artifacts" -o "$tmp/cli" --nologo -v quiet "$@" >"$tmp/publish.log" 2>&1
}
ahead="con ReadyToRun"
publish -p:PublishReadyToRun=true || { ahead="senza ReadyToRun"; publish || { cat "$tmp/publish.log" >&2; exit 1; }; }
dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1 || true

node "$here/data.mjs" "$rows" "$tmp/prestazioni.csv"
node "$here/data.mjs" "$rows" "$tmp/punti.csv" punti
node "$here/data.mjs" 50000 "$tmp/cinquantamila.xlsx"
node "$here/data.mjs" "$rows" "$tmp/prestazioni.xlsx"

validate=(dotnet "$tmp/cli/pianozona.dll" validate --flow prestazioni --period 2025-09 --max-mb 4000)

# measure NAME COMMAND...: one line of name, wall, user and system seconds, peak memory in KB.
measure() {
  local name=$1
  shift
  /usr/bin/time -q -o "$tmp/one" -f '%e %U %S %M' "$@" >"$tmp/output" 2>"$tmp/errors" || { cat "$tmp/output" "$tmp/errors" >&2; exit 1; }
  echo "$name $(cat "$tmp/one")" >>"$tmp/measures"
}

round() {
  measure pianozona "${validate[@]}" "$tmp/prestazioni.csv"
  measure punti "${validate[@]}" "$tmp/punti.csv"
  measure duckdb node "$tmp/duckdb.mjs" "$tmp/prestazioni.csv"
  if command -v mlr >/dev/null; then
    measure miller mlr --icsv --ifs ';' --ojson -S put -q -f "$here/miller.mlr" "$tmp/prestazioni.csv"
  fi
  if command -v csvclean >/dev/null; then
    measure csvkit csvclean -n -d ';' "$tmp/prestazioni.csv"
  fi
  measure xlsx50 "${validate[@]}" "$tmp/cinquantamila.xlsx"
}

round # warms the file cache, and is not counted
rm "$tmp/measures"
for ((i = 1; i <= rounds; i++)); do
  echo "Giro $i di $rounds..." >&2
  round
done
measure xlsx "${validate[@]}" "$tmp/prestazioni.xlsx"

version() { command -v "$1" >/dev/null && "$@" --version 2>&1 | head -1 | sed -E 's/^[^0-9]*//'; }
duckdb=$(node -p "require('$tmp/node_modules/@duckdb/node-api/package.json').version")
echo "$(date -I), $(nproc) processori ($(sed -nE 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)), .NET $(dotnet --version) $ahead," \
  "Node.js $(node --version), DuckDB $duckdb, Miller $(version mlr || echo '-'), csvkit $(version csvclean || echo '-')." \
  "$rows righe × 16 colonne, $(($(stat -c %s "$tmp/prestazioni.csv") / 1000000)) MB; $rounds giri a turno."
echo
node "$here/table.mjs" "$tmp/measures"
