import multiprocessing as mp


def with_timeout(func, args=(), seconds=10):
    """Calls func in a process of its own."""
    def report(queue, *args):
        try:
            queue.put((func(*args), None))
        except Exception as error:
            queue.put((None, type(error).__name__))

    queue = mp.Queue(1)
    process = mp.Process(target=report, args=(queue,) + args)
    process.start()
    result = queue.get(timeout=seconds)
    process.join()
    return result


if __name__ == "__main__":
    print(with_timeout(divmod, (7, 2)))
    print(with_timeout(divmod, (7, 0)))
