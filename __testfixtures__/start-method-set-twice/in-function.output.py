import multiprocessing


def work(lock, n):
    with lock:
        print(n, flush=True)


def main():
    # No inherited state, please.
    multiprocessing.set_start_method('spawn')  # as on Windows
    # One line at a time.
    lock = multiprocessing.Lock()
    numbers = [7]
    for n in numbers:
        process = multiprocessing.Process(target=work, args=(lock, n))
        process.start()
        process.join()


if __name__ == '__main__':
    main()
