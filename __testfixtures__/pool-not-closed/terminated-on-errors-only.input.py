import multiprocessing


def square(x):
    return x * x


def main():
    pool = multiprocessing.Pool(2)
    try:
        print(pool.map(square, range(3)))
    except KeyboardInterrupt:
        pool.terminate()
        pool.join()
        raise
    print(len(multiprocessing.active_children()))


if __name__ == "__main__":
    main()
