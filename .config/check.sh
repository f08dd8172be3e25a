#!/bin/sh
# Types beside lint and formatting: each keeps one core busy.
set -u
astro sync || exit 1
astro check --minimumFailingSeverity hint &
types=$!
eslint -c .config/eslint.config.mjs src tests --max-warnings 0 && prettier --check . --log-level warn
style=$?
wait "$types" && exit "$style"
