from multiprocessing import Process

mode = 1


def work():
    raise SystemExit(mode)


first = Process(target=work)
first.start()
first.join()
mode = 2
second = Process(target=work)
second.start()
second.join()
print(first.exitcode, second.exitcode)
