from multiprocessing import Process


def show(number):
    print(number)


def main():
    processes = []
    for number in range(2):
        processes.append(Process(target=lambda: show(number)))
    for process in processes:
        process.start()
        process.join()
    processes = [Process(target=lambda: show(number + 1)) for number in range(2)]
    for process in processes:
        process.start()
        process.join()


if __name__ == "__main__":
    main()
