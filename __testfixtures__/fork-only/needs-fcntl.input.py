import fcntl
import multiprocessing

context = multiprocessing.get_context("fork")


def lock(file):
    fcntl.flock(file, fcntl.LOCK_EX)
