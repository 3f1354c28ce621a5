from multiprocessing import Pool


def number_of(task):
    return task.number


def main():
    class Task:
        number = 3

    Task.__qualname__ = "Task"
    globals()["Task"] = Task
    with Pool(1) as pool:
        print(pool.map(number_of, [Task()]))


if __name__ == "__main__":
    main()
