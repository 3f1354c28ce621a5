from multiprocessing import Pool

results = []
handlers = {}


def work(number):
    results.append(number)


def run(name):
    globals()[name](3)


if __name__ == "__main__":
    with Pool(2) as pool:
        pool.map(work, range(3))
    run("work")
    print(results)
