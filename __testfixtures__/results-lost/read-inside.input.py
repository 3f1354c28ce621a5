from multiprocessing import Pool


def square(x):
    return x * x


def several(numbers):
    with Pool(2) as pool:
        result = pool.map_async(square, numbers)
        print(result.get())
        results = [pool.apply_async(square, (n,)) for n in numbers]
        values = [r.get() for r in results]
        lazy = pool.imap(square, numbers)
        total = sum(lazy)
        for value in pool.imap_unordered(square, numbers):
            print(value)
        ordered = enumerate(pool.imap(square, numbers))
        pairs = list(ordered)
        table = {n: pool.apply_async(square, (n,)) for n in numbers}
        for n, handle in table.items():
            print(n, handle.get())
        waiting = []
        for n in numbers:
            waiting.append((n, pool.apply_async(square, (n,))))
        for n, handle in waiting:
            handle.wait()
    print(values, total, pairs)
    return result.get()


def of_closed(numbers):
    with Pool(2) as pool:
        results = pool.map_async(square, numbers)
        pool.close()
        pool.join()
    print(results.get())
    with Pool(2) as pool:
        try:
            lazy = pool.imap(square, numbers)
        finally:
            pool.close()
            pool.join()
    return list(lazy)


if __name__ == "__main__":
    print(several([1, 2]), of_closed([1, 2]))
