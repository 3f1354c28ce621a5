"""Nobody asks for the results: no error, and no work done."""
import multiprocessing as mp


def add(number, total, done):
    with total.get_lock():
        total.value += number
    done.put(number)


if __name__ == "__main__":
    total = mp.Value("i", 0)
    done = mp.Queue()
    pool = mp.Pool(2)
    for number in range(4):
        pool.apply_async(add, args=(number, total), kwds={"done": done})
    pool.close()
    pool.join()
    print("total", total.value)
