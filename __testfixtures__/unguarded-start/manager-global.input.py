from multiprocessing import Manager, Process

shared = Manager().dict()


def work(key):
    shared[key] = True


process = Process(target=work, args=("a",))
process.start()
process.join()
print(dict(shared))
