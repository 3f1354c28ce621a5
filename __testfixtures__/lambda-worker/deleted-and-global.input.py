import multiprocessing


def main(xs):
    k = 2
    scale = lambda x: x * k
    with multiprocessing.Pool(2) as pool:
        del k
        return pool.map(scale, xs)


def later(xs):
    k = 1
    process = multiprocessing.Process(target=lambda: print(k))
    for k in xs:
        print(k)
    process.start()
    process.join()


if __name__ == "__main__":
    main([1])
