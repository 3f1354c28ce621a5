from multiprocessing import Pool


def show(task):
    return task.n


def main():
    class Task:
        n = 3

    with Pool(1) as pool:
        try:
            print(pool.map(show, [Task()]))
        except Exception as e:
            print("no pickling", show(Task()))


if __name__ == "__main__":
    main()
