from multiprocessing import Process


def work():
    print("working")


process = Process(target=work)
process.start()
process.join()
