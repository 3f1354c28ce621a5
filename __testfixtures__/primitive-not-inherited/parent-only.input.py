from multiprocessing import Pool, Queue

done = Queue()


def work(number):
    return number


def report(number):
    done.put(number)


def main():
    with Pool(2) as pool:
        pool.apply_async(work, (1,), callback=report).get()
    print(done.get())


if __name__ == "__main__":
    main()
