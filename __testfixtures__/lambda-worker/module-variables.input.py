import multiprocessing


def show(number, limit):
    print(number, limit)


LIMIT = 5

if __name__ == "__main__":
    numbers = [1, 2]
    for k in range(2):
        with multiprocessing.Pool(2) as pool:
            print(pool.map(lambda x: x * k + LIMIT, numbers))
    total = 0
    total += k
    with multiprocessing.Pool(2) as pool:
        print(pool.map(lambda x: x + total, numbers))
    for k in range(2):
        process = multiprocessing.Process(target=lambda: show(k, LIMIT))
        process.start()
        process.join()
