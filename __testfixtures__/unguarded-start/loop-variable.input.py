from multiprocessing import Process


def work():
    raise SystemExit(step)


for step in range(3):
    process = Process(target=work)
    process.start()
    process.join()
    print(process.exitcode)
