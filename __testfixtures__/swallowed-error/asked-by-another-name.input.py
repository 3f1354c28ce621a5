from concurrent.futures import ProcessPoolExecutor, as_completed, wait


def work(n):
    return 10 // n


def first_error(futures):
    done, _ = wait(futures)
    return next((f.exception() for f in done if f.exception()), None)


def main():
    with ProcessPoolExecutor(2) as executor:
        futures = {executor.submit(work, n): n for n in range(3)}
        for future in as_completed(futures):
            print(futures[future], future.exception())
        print(first_error([executor.submit(work, 0)]))


if __name__ == "__main__":
    main()
