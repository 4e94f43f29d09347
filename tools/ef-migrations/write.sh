#!/usr/bin/env bash
# Writes the migration of samples/EntityFrameworkMigrations anew, after a table of the library has changed.
# As long as no version is released there is one migration; afterwards: `write.sh NameOfTheChange` adds one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

sample=samples/EntityFrameworkMigrations
name=${1:-}
tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT
dotnet tool install dotnet-ef --version 10.0.14 --tool-path "$tool"
if [ -z "$name" ]; then
    name=AddInvitations
    rm -rf "$sample/Migrations"
fi
dotnet build tools/ef-migrations/DesignTime.csproj --configuration Release --nologo --verbosity quiet
"$tool/dotnet-ef" migrations add "$name" --project "$sample" --startup-project tools/ef-migrations/DesignTime.csproj --configuration Release --no-build
