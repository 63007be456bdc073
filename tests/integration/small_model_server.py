"""A real small model behind an OpenAI-compatible endpoint on loopback, in a process of its own.

`python -m tests.integration.small_model_server FILE.gguf` prints its address and serves until its input ends.
"""

from __future__ import annotations

import sys

import xllamacpp


def main(path: str) -> None:
    wanted = xllamacpp.CommonParams()
    wanted.model.path = path
    wanted.n_ctx, wanted.n_parallel = 4096, 1
    wanted.cpuparams.n_threads = wanted.cpuparams_batch.n_threads = 1
    wanted.warmup = False
    wanted.port = 0
    server = xllamacpp.Server(wanted)
    print(server.listening_address, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1])
