import multiprocessing


def main(xs):
    queue = multiprocessing.Queue()
    done = multiprocessing.Event()

    def put(x):
        queue.put(x)
        done.set()

    with multiprocessing.Pool(2) as pool:
        pool.map(put, xs)
    return queue.get()


if __name__ == "__main__":
    print(main([1]))
