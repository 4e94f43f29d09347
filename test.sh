#!/usr/bin/env bash
# Builds everything, runs every test, publishes the trimmed program and runs the samples. Installs PostgreSQL, Chromium
# and aiosmtpd where they are missing.
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

need_apt() { # what package advice: sets root, or says what to do
    root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null || ! sudo -n true; then
            echo "$1 is missing, and this user is not root and has no sudo without a password. Install the package '$2', then run this again."
            return 1
        fi
        root=(sudo -n)
    fi
    if ! command -v apt-get >/dev/null; then
        echo "$1 is missing, and there is no apt-get here. $3, then run this again."
        return 1
    fi
    install=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install --yes --no-install-recommends)
    "${root[@]}" apt-get update
}

has_postgresql() { command -v initdb >/dev/null || compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null; }

install_postgresql() {
    local root install
    need_apt PostgreSQL postgresql "Put initdb and pg_ctl of PostgreSQL 15 or later on the PATH" || return 1
    # The tests start servers of their own: the package shall not make one for the machine.
    "${install[@]}" postgresql-common
    "${root[@]}" sed -i 's/^#\?create_main_cluster.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
    "${install[@]}" postgresql
}
has_postgresql || step "install PostgreSQL" install_postgresql

has_chromium() { [ -x /usr/bin/chromium ] || [ -x /usr/bin/chromium-browser ] || [ -x /usr/bin/google-chrome ]; }

install_chromium() {
    local root install
    need_apt Chromium chromium "Put it into /usr/bin/chromium" || return 1
    # Letters of every built-in language, so that Arabic and Hebrew are shown and not boxes.
    "${install[@]}" chromium fonts-noto-core
}
has_chromium || step "install Chromium" install_chromium

has_smtp_server() { [ -x /usr/bin/python3 ] && /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null; }

install_smtp_server() {
    local root install
    need_apt aiosmtpd python3-aiosmtpd "Install it for /usr/bin/python3" || return 1
    # It starts no server, and takes no other one's place.
    "${install[@]}" python3-aiosmtpd
}
has_smtp_server || step "install aiosmtpd" install_smtp_server

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
