import multiprocessing as mp


def work(q, start):
    rows = [str(n) * 10 for n in range(start, start + 10_000)]
    q.put(rows)


def main():
    q = mp.Queue()
    jobs = []
    for i in range(2):
        p = mp.Process(target=work, args=(q, i * 10_000))
        jobs.append(p)
        p.start()

    rows = []
    for _ in jobs:  # collect
        rows += q.get()
    for p in jobs:
        p.join()
    print(len(rows))


if __name__ == "__main__":
    main()
