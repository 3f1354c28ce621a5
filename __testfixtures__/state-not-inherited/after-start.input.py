from multiprocessing import Pool, Process

STATE = "waiting"
DONE = []


def work(number):
    return number, STATE, DONE


def show():
    print(STATE)


def main():
    global STATE
    child = Process(target=show)
    child.start()
    with Pool(2) as pool:
        STATE = "running"
        DONE.append(1)
        print(pool.map(work, [1, 2]))
    STATE = "done"
    child.join()


if __name__ == "__main__":
    main()
