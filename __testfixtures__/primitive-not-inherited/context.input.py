import multiprocessing

context = multiprocessing.get_context("spawn")
counter = context.Value("i", 0)


def work(number):
    with counter.get_lock():
        counter.value += number


def main():
    with context.Pool(2) as pool:
        pool.map(work, range(4))
    print(counter.value)


if __name__ == "__main__":
    main()
