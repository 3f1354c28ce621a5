from multiprocessing import Pool


def square(x):
    return x * x


def by_counting(numbers):
    done = []
    with Pool(2) as pool:
        for n in numbers:
            pool.apply_async(square, (n,), callback=done.append)
        while len(done) < len(numbers):
            pass
    return done


def by_polling(numbers):
    with Pool(2) as pool:
        result = pool.map_async(square, numbers)
        while not result.ready():
            print("working")
    return result.get()


def by_sleeping(numbers, sleep):
    with Pool(2) as pool:
        pool.map_async(square, numbers, callback=print)
        sleep(5)


def by_queue(numbers, queue):
    with Pool(2) as pool:
        for n in numbers:
            pool.apply_async(square, (n,))
        return [queue.get() for _ in numbers]


def by_thread(numbers, thread):
    with Pool(2) as pool:
        result = pool.map_async(square, numbers)
        thread.join()
    return result.get()


def by_later_task(numbers):
    with Pool(1) as pool:
        result = pool.map_async(square, numbers)
        pool.map(square, numbers)
    return result.get()


def by_caller(numbers):
    with Pool(2) as pool:
        yield pool.imap(square, numbers)


def by_input():
    with Pool(2) as pool:
        pool.apply_async(square, (1,), callback=print)
        input("press enter")


if __name__ == "__main__":
    by_input()
