import multiprocessing


def work(results, number):
    results.put(number + 1)


if __name__ == "__main__":
    results = multiprocessing.SimpleQueue()
    # One child at a time.
    for number in range(2):
        child = multiprocessing.Process(target=work, args=(results, number))
        child.start()
        child.join()
        print("nothing" if results.empty() else results.get())
