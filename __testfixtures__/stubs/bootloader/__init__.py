"""Does to the importing program what a freezer's boot loader does, on every platform.

The program is its own executable: children are started as `exe --multiprocessing-fork ...`, which runs the main file
from its first line. As PyInstaller's runtime hook does, `multiprocessing.freeze_support` is the one that works
outside Windows too. A program that starts itself again instead of a worker is ended, with all that it started.
"""

import multiprocessing
import multiprocessing.spawn
import os
import signal
import sys

_EXE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "exe")


def _note_start():
    chain = os.environ.get("BOOTLOADER_CHAIN", "").split()
    if len(chain) >= 2:
        sys.stderr.write("the frozen program started itself again instead of a worker\n")
        for pid in chain:
            try:
                os.kill(int(pid), signal.SIGKILL)
            except ProcessLookupError:
                pass
        os._exit(1)
    os.environ["BOOTLOADER_CHAIN"] = " ".join(chain + [str(os.getpid())])
    os.environ.setdefault("BOOTLOADER_PYTHON", sys.executable)
    os.environ.setdefault("BOOTLOADER_MAIN", os.path.abspath(sys.argv[0]))


# A helper of multiprocessing, started with `-c`, has a main module without a file.
if hasattr(sys.modules["__main__"], "__file__"):
    _note_start()

sys.frozen = True
sys.executable = _EXE
multiprocessing.spawn.set_executable(_EXE)
multiprocessing.freeze_support = multiprocessing.spawn.freeze_support
