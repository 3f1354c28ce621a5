from multiprocessing import Process


def main(text):
    def shout():
        print(text.upper(), flush=True)

    p = Process(target=shout)
    p.start()
    p.join()
    assert p.exitcode == 0

    quiet = Process(name="second", target=shout, daemon=True)
    quiet.start()
    quiet.join()
    assert quiet.exitcode == 0


if __name__ == '__main__':
    main("hello")
