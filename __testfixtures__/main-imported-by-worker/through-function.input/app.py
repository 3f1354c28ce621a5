from multiprocessing import Pool

import jobs.worker

options = {}


def option(name):
    return options.get(name, "nothing")


def main():
    options["colour"] = "green"
    with Pool(2) as pool:
        print(pool.map(jobs.worker.work, ["colour", "size"]))


if __name__ == "__main__":
    main()
