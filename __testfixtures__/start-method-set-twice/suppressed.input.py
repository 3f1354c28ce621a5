import contextlib
import multiprocessing as mp


def main():
    mp.set_start_method("spawn")
    with contextlib.suppress(RuntimeError):
        mp.set_start_method("spawn")
