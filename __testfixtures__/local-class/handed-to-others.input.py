from multiprocessing import Process

SEEN = []


def show(task):
    print(task.n)


def main():
    class Task:
        n = 3

    SEEN.append(Task)
    p = Process(target=show, args=(Task(),))
    p.start()
    p.join()


if __name__ == "__main__":
    main()
    main()
    print(len(set(SEEN)))
