from multiprocessing import Pool

try:
    from os import process_cpu_count as cpu_count
except ImportError:
    from os import cpu_count


def main(xs):
    with Pool(cpu_count()) as pool:
        return pool.map(abs, xs)


if __name__ == "__main__":
    print(main([1, -2]))
