import contextlib
import multiprocessing

if __name__ == "__main__":
    with contextlib.suppress(ValueError, RuntimeError):
        multiprocessing.set_start_method("fork")
