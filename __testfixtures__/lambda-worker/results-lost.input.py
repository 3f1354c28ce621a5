import multiprocessing


def main(xs):
    results = []
    seen = {}
    with multiprocessing.Pool(2) as pool:
        pool.map(lambda x: results.append(x * 2), xs)
        pool.map(lambda x: seen.update({x: 1}), xs)
    return results


if __name__ == "__main__":
    main([1])
