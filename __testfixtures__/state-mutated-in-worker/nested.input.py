from multiprocessing import Process


def main():
    hits = 0
    names = []

    def look():
        nonlocal hits
        hits += 1
        names.append("fox")

    process = Process(target=look)
    process.start()
    process.join()
    print(hits, names)


if __name__ == "__main__":
    main()
