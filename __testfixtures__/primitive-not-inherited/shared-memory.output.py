from multiprocessing import Process, shared_memory


def work(index, block):
    block.buf[index] = index + 1


if __name__ == "__main__":
    BLOCK = shared_memory.SharedMemory(create=True, size=16)
    processes = [Process(target=work, args=(index, BLOCK)) for index in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(list(BLOCK.buf[:3]))
    BLOCK.close()
    BLOCK.unlink()
