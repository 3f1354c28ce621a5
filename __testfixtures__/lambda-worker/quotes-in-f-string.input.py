import multiprocessing


def put(queue, times=1):
    queue.put(times)


def main(queue):
    with multiprocessing.Pool(2) as pool:
        print(f"{pool.apply(lambda: put(queue, times=3))}")


if __name__ == "__main__":
    main([])
