import multiprocessing


def square(x):
    return x * x


def main():
    with multiprocessing.Pool(2) as pool:
        try:
            print(pool.map(square, range(3)))
        except KeyboardInterrupt:
            pool.terminate()
            pool.join()
            raise
    print(len(multiprocessing.active_children()))


if __name__ == "__main__":
    main()
