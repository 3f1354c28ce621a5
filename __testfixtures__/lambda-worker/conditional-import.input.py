from multiprocessing import Process


def run():
    is_fast = False
    try:
        import fast_math
        is_fast = True
    except ImportError:
        pass
    process = Process(target=lambda: print(fast_math.square(3) if is_fast else 3 * 3))
    process.start()
    process.join()


if __name__ == "__main__":
    run()
