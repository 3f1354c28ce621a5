from multiprocessing import Pool


def half(x): return x / 2


def halves(xs): return Pool(2).map(half, xs)


def main(xs):
    if xs: pool = Pool(2); print(pool.map(half, xs))
    if xs: total = 0; pool = Pool(2); total += sum(pool.map(half, xs))
    for x in xs: print(Pool(1).map(half, [x]))
    count = 0; pool = Pool(2); total += count
    print(pool.map(half, [total])); count += 1
    print(count)
    pool = Pool(2);
    print(pool.map(half, xs));
    return [Pool(1).map(half, xs), Pool(1).map(half, xs)]


if __name__ == "__main__": print(halves([2]), main([4, 6]))
