from concurrent.futures import ProcessPoolExecutor

level = 1
executor = ProcessPoolExecutor(1)


def work():
    return level


level = 2
print(executor.submit(work).result())
level = 3
print(executor.submit(work).result())
executor.shutdown()
