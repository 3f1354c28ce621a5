import multiprocessing as mp


def work(number):
    if number > 3:
        raise SystemExit(7)


processes = []
for number in (1, 2):
    process = mp.Process(target=work, args=(number,))
    process.start()
    processes.append(process)

for process in processes:
    process.join()
print([process.exitcode for process in processes])
