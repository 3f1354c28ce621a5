import multiprocessing
import os
import signal

context = multiprocessing.get_context("fork")


def kill(process):
    os.kill(process.pid, signal.SIGKILL)
