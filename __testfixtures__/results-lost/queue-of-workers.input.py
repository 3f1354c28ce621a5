from multiprocessing import Pool, Queue

queue = Queue()


def put(x):
    queue.put(x)


def main(numbers):
    with Pool(2) as pool:
        pool.map_async(put, numbers)
    print([queue.get() for _ in numbers])


if __name__ == "__main__":
    main([1, 2])
