"""Stands for torch.cuda: like the real one it can't be used in a process that was forked after its first use."""
import os

_first_used_in = None


def _note_use():
    global _first_used_in
    if _first_used_in is None:
        _first_used_in = os.getpid()


def init():
    _note_use()
    if _first_used_in != os.getpid():
        raise RuntimeError(
            "Cannot re-initialize CUDA in forked subprocess. "
            "To use CUDA with multiprocessing, you must use the 'spawn' start method"
        )


def is_available():
    _note_use()  # counting the devices is enough
    return True


def device_count():
    _note_use()
    return 2


def set_device(device):
    init()


def current_device():
    init()
    return 0


def get_device_name(device=None):
    init()
    return "Stub 3000"


def synchronize():
    init()


def empty_cache():
    pass
