from multiprocessing import Process

processes = []
for i in range(2):
    processes.append(Process(target=lambda: print(i)))
for process in processes:
    process.start()
    process.join()
