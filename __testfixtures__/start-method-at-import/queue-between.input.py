import multiprocessing as mp

mp.set_start_method("spawn")
RESULTS = mp.Queue()


def work(queue):
    queue.put(1)


if __name__ == "__main__":
    process = mp.Process(target=work, args=(RESULTS,))
    process.start()
    print(RESULTS.get())
    process.join()
