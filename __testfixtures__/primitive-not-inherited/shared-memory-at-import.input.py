from multiprocessing import Pool, shared_memory

BLOCK = shared_memory.SharedMemory(create=True, size=16)


def work(index):
    BLOCK.buf[index] = index + 1


if __name__ == "__main__":
    with Pool(2) as pool:
        pool.map(work, range(3))
    print(list(BLOCK.buf[:3]))
    BLOCK.close()
    BLOCK.unlink()
