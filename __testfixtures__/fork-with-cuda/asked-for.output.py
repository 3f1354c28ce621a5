#!/usr/bin/env python3
import multiprocessing as mp


def report(queue):
    queue.put(mp.get_start_method())


if __name__ == '__main__':
    mp.set_start_method('spawn')
    queue = mp.Queue()
    process = mp.Process(target=report, args=(queue,))
    process.start()
    print(queue.get())
    process.join()
