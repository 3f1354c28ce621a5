from multiprocessing import Pool


def square(n):
    return n * n


if __name__ == "__main__":
    results = []

    def keep(value):
        results.append(value)

    def lament(error):
        print(error)

    with Pool(2) as pool:
        pool.apply_async(square, (3,), callback=keep, error_callback=lament)
        pool.close()
        pool.join()
    print(results)
