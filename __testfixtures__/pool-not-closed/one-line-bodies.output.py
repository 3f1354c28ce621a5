from multiprocessing import Pool


def half(x): return x / 2


def halves(xs):
    with Pool(2) as pool: return pool.map(half, xs)


def main(xs):
    if xs:
        with Pool(2) as pool: print(pool.map(half, xs))
    if xs:
        total = 0
        with Pool(2) as pool: total += sum(pool.map(half, xs))
    for x in xs:
        with Pool(1) as pool_2: print(pool_2.map(half, [x]))
    count = 0
    with Pool(2) as pool:
        total += count
        print(pool.map(half, [total])); count += 1
    print(count)
    with Pool(2) as pool:
        print(pool.map(half, xs));
    with Pool(1) as pool_2:
        with Pool(1) as pool_3:
            return [pool_2.map(half, xs), pool_3.map(half, xs)]


if __name__ == "__main__": print(halves([2]), main([4, 6]))
