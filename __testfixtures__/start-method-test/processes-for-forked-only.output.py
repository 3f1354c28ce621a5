import multiprocessing


def run(work, n):
    # Closures can't be pickled.
    if multiprocessing.get_start_method() == "fork":
        process = multiprocessing.Process(target=work, args=(n,))
        process.start()
        process.join()
    else:
        work(n)


def main():
    offset = 10

    def show(n):
        print(n + offset, flush=True)

    run(show, 1)


if __name__ == "__main__":
    main()
