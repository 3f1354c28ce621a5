"""Nobody asks for the results: no error, and no work done."""
import multiprocessing as mp


def add(number):
    with total.get_lock():
        total.value += number
    done.put(number)


def _init_worker(total_, done_):
    global total, done
    total = total_
    done = done_


if __name__ == "__main__":
    total = mp.Value("i", 0)
    done = mp.Queue()
    pool = mp.Pool(2, initializer=_init_worker, initargs=(total, done))
    for number in range(4):
        pool.apply_async(add, args=(number,))
    pool.close()
    pool.join()
    print("total", total.value)
