import os
from multiprocessing import Pool, Value


def pin(next_cpu):
    with next_cpu.get_lock():
        cpu = next_cpu.value
        next_cpu.value += 1
    os.sched_setaffinity(0, {cpu})


if __name__ == "__main__":
    with Pool(os.cpu_count(), pin, (Value("i", 0),)) as pool:
        print(pool.map(abs, [1, -2]))
