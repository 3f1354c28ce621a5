from multiprocessing import Process


def work(code):
    raise SystemExit(code)


def summary(processes):
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


if __name__ == "__main__":
    processes = []


def launch(code):
    process = Process(target=work, args=(code,))
    process.start()
    processes.append(process)


launch(1)
launch(2)
print(summary(processes))
