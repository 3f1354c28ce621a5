import multiprocessing as mp


def report(number, label):
    print(label, number)


def main(labels):
    for number, label in enumerate(labels):
        process = mp.Process(target=report, args=(number, label))
        process.start()
        process.join()
    for number in range(2):
        mp.Process(target=print, args=("direct", number), daemon=False).start()
        for child in mp.active_children():
            child.join()


if __name__ == "__main__":
    main(["a", "b"])
