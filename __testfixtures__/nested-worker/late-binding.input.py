from multiprocessing import Process


def main(names):
    processes = []
    for name in names:
        def greet():
            print("hello", name)

        processes.append(Process(target=greet))
    for p in processes:
        p.start()
    for p in processes:
        p.join()


if __name__ == "__main__":
    main(["ann", "bob"])
