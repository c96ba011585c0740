#!/usr/bin/env bash
# Builds and tests one room in seconds, without analyzers and documentation: ./check.sh ROOM [FILTER]
#   ./check.sh Validation                 all tests of tests/Validation.Tests
#   ./check.sh Validation RuleTableTests  those whose name contains that
#   PIANOZONA_APPROVE=1 ./check.sh Configuration Specification
# What it passes still has to pass ./test.sh, which asks for everything (docs/contributing.md).
set -euo pipefail
cd "$(dirname "$0")"

project=$(compgen -G "tests/${1:-}.Tests/*.csproj" || compgen -G "tests/${1:-}/*.csproj" || true)
if [ -z "${1:-}" ] || [ ! -f "$project" ]; then
  echo "Which room? One of: $(ls tests/*/*.Tests.csproj | sed -E 's|tests/([^/]+)/.*|\1|; s|\.Tests$||' | tr '\n' ' ')" >&2
  exit 1
fi

folder=$(dirname "$project")
name=PianoZona.$(basename "${project%.csproj}" | sed 's/^PianoZona\.//')

# Packages are looked for again only where a project asks for others than last time.
assets=$folder/obj/project.assets.json
restore=--no-restore
if [ ! -f "$assets" ] || [ -n "$(find Directory.Packages.props Directory.Build.* src tests -maxdepth 2 \( -name '*.csproj' -o -name 'Directory.*' \) -newer "$assets" -print -quit)" ]; then
  restore=
fi

dotnet build "$project" -p:Check=true $restore --nologo -v quiet
exec dotnet test "$folder/bin/check/net10.0/$name.dll" --nologo ${2:+--filter "FullyQualifiedName~$2"} \
  -- RunConfiguration.TreatNoTestsAsError=true
