#!/usr/bin/env bash
# Builds everything, runs every test, publishes the trimmed program and runs the samples.
# The last line is `N passed, N failed`; the exit code is 0 only if nothing failed and nothing was skipped.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

finish() { # passed failed
    echo
    echo "$1 passed, $2 failed"
    [ "$2" -eq 0 ] && [ "$1" -gt 0 ]
}

step() { # description command...
    echo "== $1"
    shift
    if ! "$@" >"$results/step.log" 2>&1; then
        cat "$results/step.log"
        finish 0 1
        exit 1
    fi
}

step "restore and build" dotnet build Invitations.sln --configuration Release

echo "== tests"
status=0
dotnet test Invitations.sln --configuration Release --no-build --logger trx --results-directory "$results/trx" || status=$?

count() { # counter name: the sum over all result files
    { grep -ho "<Counters [^>]*" "$results"/trx/*.trx || true; } | { grep -o " $1=\"[0-9]*\"" || true; } | tr -dc '0-9\n' | awk '{ s += $1 } END { print s + 0 }'
}
passed=$(count passed)
executed=$(count executed)
total=$(count total)
failed=$((executed - passed))
skipped=$((total - executed))
if [ "$skipped" -gt 0 ]; then
    echo "$skipped tests were skipped; nothing may be skipped here."
    failed=$((failed + skipped))
fi
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
    echo "The test runner stopped with exit code $status."
    failed=1
fi

check() { # description command...: counts as one test
    echo "== $1"
    shift
    if "$@" >"$results/step.log" 2>&1; then
        passed=$((passed + 1))
    else
        cat "$results/step.log"
        failed=$((failed + 1))
    fi
}

trimmed() {
    dotnet publish tests/Invitations.TrimmedProgram --configuration Release --output "$results/trimmed" && "$results/trimmed/Invitations.TrimmedProgram"
}
check "publish the trimmed program and run it" trimmed

finish "$passed" "$failed"
