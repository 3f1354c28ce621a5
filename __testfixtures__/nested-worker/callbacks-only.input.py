from multiprocessing import Pool


def square(x):
    return x * x


def main(xs):
    seen = []

    def collect(result):
        seen.append(result)

    def failed(error):
        print(error)

    pool = Pool(2)
    for x in xs:
        pool.apply_async(square, (x,), callback=collect, error_callback=failed)
    pool.close()
    pool.join()
    print(sorted(seen))


if __name__ == "__main__":
    main([1, 2])
