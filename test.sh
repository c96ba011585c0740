#!/usr/bin/env bash
# Installs what the tests need, builds, and runs every test. The last line is «N passed, N failed».
set -euo pipefail
cd "$(dirname "$0")"

command -v node >/dev/null || { echo "Node.js 20 or later is needed for the storage emulator and the style of the pages (https://nodejs.org)." >&2; exit 1; }
[ -d node_modules/azurite ] && [ -d node_modules/sass ] || npm ci --no-fund --no-audit --loglevel=error

# The pages of receipts are looked at in a real browser.
if ! command -v chromium chromium-browser google-chrome chrome >/dev/null; then
  [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null \
    || { echo "Chromium is needed for the tests of the pages: install it (on Debian: apt-get install chromium), or run this as root." >&2; exit 1; }
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core; } >/dev/null
fi

# Release: what is tested is what is published.
dotnet build PianoZona.sln -c Release --nologo -v quiet

# The compiler that served all projects is not needed any more, and must not outlive this script.
dotnet build-server shutdown --vbcscompiler >/dev/null

# Dozens of short processes: what a runtime spends on guarding its own code and on profiles costs a third of their time.
export DOTNET_EnableWriteXorExecute=0 DOTNET_TieredPGO=0

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
dotnet test PianoZona.sln -c Release --no-build --nologo -v quiet 2>&1 | tee "$log" || status=$?

# Each project ends with «… Failed: 0, Passed: 12, Skipped: 0, …».
sum() { sed -nE "s/.*[^[:alpha:]]$1: +([0-9]+),.*/\1/p" "$log" | awk '{ n += $1 } END { print n + 0 }'; }
passed=$(sum Passed)
failed=$(sum Failed)
skipped=$(sum Skipped)

# A project that broke before its tests ran counts as a failure.
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
if [ "$skipped" -ne 0 ]; then echo "$skipped tests were skipped: none may be." >&2; failed=$((failed + skipped)); fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
