from multiprocessing import Pool


class Task:
    pass


first = Task()


class Task:
    pass


def work(task):
    return 1


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.map(work, [first]))
