import multiprocessing

queue = multiprocessing.Queue()


def work(number):
    queue.put(number * 2)


process = multiprocessing.Process(target=work, args=(2,))
process.start()
print(queue.get())
process.join()
