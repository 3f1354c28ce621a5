"""Print the checksums of the texts beside this program, each from a process of its own."""
import multiprocessing
import zlib
from pathlib import Path

multiprocessing.set_start_method("spawn")

TEXTS = Path(__file__).parent / "texts"


def print_checksum(path):
    print(f"{path.name:12} {zlib.crc32(path.read_bytes()):08x}")


if __name__ == "__main__":
    for path in sorted(TEXTS.glob("*.txt")):
        process = multiprocessing.Process(target=print_checksum, args=(path,))
        process.start()
        process.join()  # the lines in the order of the texts
