"""What the tests' workers do; importable by name, as spawned processes need it."""

from __future__ import annotations

import os
import signal
import time


def begin(argument):
    def work(task):
        if task == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if task == "exit":
            os._exit(3)
        if task == "hang":
            time.sleep(60)
        if task == "raise":
            raise ValueError("wrong")
        return f"{argument} {task} {os.getpid()}"

    return work


def seconds(task):
    return 0.5 if task == "hang" else 30.0
