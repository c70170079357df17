#!/usr/bin/env bash
# Start `qcontract emulator` in the background, wait until it takes requests, and tell later steps where it is.
# Reads QCONTRACT_PYTHON, QCONTRACT_OPTIONS, QCONTRACT_KEY; writes GITHUB_ENV and GITHUB_OUTPUT.
set -euo pipefail

python=${QCONTRACT_PYTHON:-python}
folder=$(mktemp -d "${RUNNER_TEMP:-/tmp}/qcontract-emulator.XXXXXX")
ready=$folder/ready.json
log=$folder/emulator.log

# Several options are several words.
# shellcheck disable=SC2086
nohup "$python" -m qcontract emulator --ready-file "$ready" ${QCONTRACT_OPTIONS:-} >"$log" 2>&1 </dev/null &
pid=$!

for _ in $(seq 300); do
  [ -e "$ready" ] && break
  kill -0 "$pid" 2>/dev/null || break
  sleep 0.1
done
if [ ! -e "$ready" ]; then
  kill "$pid" 2>/dev/null || true
  echo "::error::the emulator did not start"
  cat "$log"
  exit 1
fi

variables=$("$python" -m qcontract.testing.environment "$ready" "${QCONTRACT_KEY:-test-key}")
{
  echo "$variables"
  echo "QCONTRACT_EMULATOR_PID=$pid"
  echo "QCONTRACT_EMULATOR_LOG=$log"
} >>"$GITHUB_ENV"
{
  echo "ionq-url=$(sed -n 's/^IONQ_API_URL=//p' <<<"$variables")"
  echo "qbraid-url=$(sed -n 's/^QBRAID_API_URL=//p' <<<"$variables")"
} >>"$GITHUB_OUTPUT"
cat "$log"
