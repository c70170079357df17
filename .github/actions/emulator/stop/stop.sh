#!/usr/bin/env bash
# Stop the emulator that start.sh started, show its log, and fail when it had ended by itself.
# Reads QCONTRACT_EMULATOR_PID and QCONTRACT_EMULATOR_LOG.
set -euo pipefail

if [ -z "${QCONTRACT_EMULATOR_PID:-}" ]; then
  echo "no emulator was started"
  exit 0
fi
ended=0
kill -TERM "$QCONTRACT_EMULATOR_PID" 2>/dev/null || ended=1
for _ in $(seq 100); do
  kill -0 "$QCONTRACT_EMULATOR_PID" 2>/dev/null || break
  sleep 0.1
done
kill -KILL "$QCONTRACT_EMULATOR_PID" 2>/dev/null || true
cat "$QCONTRACT_EMULATOR_LOG"
if [ "$ended" = 1 ]; then
  echo "::error::the emulator had ended before it was stopped"
  exit 1
fi
