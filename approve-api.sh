#!/usr/bin/env bash
# Writes the public API of every package to src/<package>/PublicApi.txt; what changed is then seen in `git diff`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
APPROVE_API=1 dotnet test tests/Invitations.Architecture.Tests --configuration Release --filter "FullyQualifiedName~PublicApiTests"
