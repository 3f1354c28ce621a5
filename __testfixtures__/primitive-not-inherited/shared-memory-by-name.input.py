import os
from multiprocessing import Pool, shared_memory

NAME = os.environ.setdefault("BLOCK_NAME", "numbers_block")
if __name__ == "__main__":
    OWN = shared_memory.SharedMemory(NAME, create=True, size=16)
BLOCK = shared_memory.SharedMemory(name=NAME)


def work(index):
    BLOCK.buf[index] = index + 1


if __name__ == "__main__":
    with Pool(2) as pool:
        pool.map(work, range(3))
    print(list(BLOCK.buf[:3]))
    BLOCK.close()
    OWN.unlink()
