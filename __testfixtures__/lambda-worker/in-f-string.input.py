import multiprocessing


def main(xs):
    with multiprocessing.Pool(2) as pool:
        print(f"{pool.map(lambda x: x * 2, xs)}")
        print(f"{pool.map((lambda x: x * 2), xs)}")


if __name__ == "__main__":
    main([1])
