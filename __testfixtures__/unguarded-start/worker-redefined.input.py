from multiprocessing import Process


def work():
    raise SystemExit(1)


first = Process(target=work)
first.start()
first.join()


def work():
    raise SystemExit(2)


second = Process(target=work)
second.start()
second.join()
print(first.exitcode, second.exitcode)
