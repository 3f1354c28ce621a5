from multiprocessing import Process, Queue


def run(values):
    try:
        import fast_math
        is_fast = True
    except ImportError:
        is_fast = False
    results = Queue()

    def work(value):
        results.put(fast_math.square(value) if is_fast else value * value)

    process = Process(target=work, args=(values[0],))
    process.start()
    print(results.get())
    process.join()


if __name__ == "__main__":
    run([3])
