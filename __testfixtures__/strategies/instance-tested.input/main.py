from multiprocessing import Process

base = 0


def tell():
    print(base)


def end(parts):
    for part in parts:
        if isinstance(part, Process):
            part.join()


if __name__ == "__main__":
    base = 5
    process = Process(target=tell)
    process.start()
    end([process, None])
