"""Answers the pieces of a batch on the workers of a Dask cluster, each piece whole or not at all, and once.

    split -l 50000 calls.jsonl calls/
    python3 examples/dask_batch.py calls answers                        # three workers on this machine
    python3 examples/dask_batch.py calls answers tcp://scheduler:8786   # a cluster that sees both folders

A worker that dies leaves a piece that nobody reads; Dask gives its work to another. A second run answers what is missing.
"""

import os
import shlex
import subprocess
import sys
from pathlib import Path

from distributed import Client, LocalCluster, as_completed

COMMAND = shlex.split(os.environ.get("TIEOUT", "npm run -s tieout --")) + ["batch", "--jobs", "1"]


def answer(calls: str, answers: str) -> str:
    """One piece, written under another name until it is whole."""
    part = f"{answers}.{os.getpid()}.part"
    with open(calls, "rb") as lines, open(part, "wb") as out:
        subprocess.run(COMMAND, stdin=lines, stdout=out, check=True)
    os.replace(part, answers)
    return answers


def missing(calls: Path, answers: Path) -> list[tuple[str, str]]:
    pairs = [(piece.resolve(), answers.resolve() / piece.name) for piece in sorted(calls.iterdir())]
    return [(str(piece), str(answered)) for piece, answered in pairs if not answered.exists()]


def main(calls: str, answers: str, scheduler: str = "") -> None:
    Path(answers).mkdir(exist_ok=True)
    cluster = scheduler or LocalCluster(n_workers=3, threads_per_worker=1, dashboard_address=None, host="127.0.0.1")
    with Client(cluster) as client:
        client.wait_for_workers(1 if scheduler else 3)
        print("workers", *client.run(os.getpid).values(), flush=True)
        pieces = missing(Path(calls), Path(answers))
        work = client.map(answer, *zip(*pieces), retries=3, pure=False) if pieces else []
        for done in as_completed(work):
            print(done.result(), flush=True)
    if not scheduler:
        cluster.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
