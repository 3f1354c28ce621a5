import multiprocessing


def main(text):
    def shout():
        print(text.upper(), flush=True)

    ctx = multiprocessing.get_context("fork")
    p = ctx.Process(target=shout)
    p.start()
    p.join()
    q = multiprocessing.get_context("fork").Process(target=shout)
    q.start()
    q.join()


if __name__ == "__main__":
    main("hello")
