from multiprocessing import Process


def shout(text):
    print(text.upper(), flush=True)


def main(text):
    p = Process(target=shout, args=(text,))
    p.start()
    p.join()
    assert p.exitcode == 0

    quiet = Process(name="second", target=shout, args=(text,), daemon=True)
    quiet.start()
    quiet.join()
    assert quiet.exitcode == 0


if __name__ == '__main__':
    main("hello")
