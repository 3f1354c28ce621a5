import multiprocessing as mp

rows = []


def tell(results):
    results.put((len(rows), mp.current_process().name.startswith("Process")))


def main():
    rows.append(1)
    results = mp.SimpleQueue()
    process = mp.Process(target=tell, args=(results,))
    process.start()
    print(results.get())
    process.join()


if __name__ == "__main__":
    main()
