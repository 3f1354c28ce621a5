import multiprocessing

results = multiprocessing.SimpleQueue()


def work(results, number):
    results.put(number + 1)


# One child at a time.
for number in range(2):
    child = multiprocessing.Process(target=work, args=(results, number))
    child.start()
    child.join()
    print("nothing" if results.empty() else results.get())
