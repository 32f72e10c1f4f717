#!/bin/sh
# Answers one piece of a batch, whole or not at all, and once: examples/piece.sh calls.jsonl answers.jsonl
# Under GNU parallel, with a folder of pieces made by `split -l 50000 calls.jsonl calls/`:
#   ls calls/* | parallel --retries 3 --joblog log examples/piece.sh {} answers/{/}
set -eu
[ ! -e "$2" ] || exit 0
part="$2.$$.part"
trap 'rm -f "$part"' EXIT
${TIEOUT:-npm run -s tieout --} batch --jobs 1 <"$1" >"$part"
mv "$part" "$2"
