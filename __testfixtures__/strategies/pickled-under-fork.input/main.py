import multiprocessing as mp


def main():
    results = mp.Queue()
    process = mp.Process(target=lambda: results.put(3))
    process.start()
    print(results.get())
    process.join()
    with mp.Pool(2) as pool:
        print(pool.map(lambda x: x + 1, [1, 2]))


if __name__ == "__main__":
    main()
