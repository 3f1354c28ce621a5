from multiprocessing import Process


def in_process(func, *args, **kwargs):
    def call(*args, **kwargs):
        print(func(*args, **kwargs), flush=True)

    process = Process(target=call, args=args, kwargs=kwargs)
    process.start()
    process.join()
    return process.exitcode


if __name__ == "__main__":
    print(in_process(int, "ff", base=16))
