import multiprocessing


def render(page, out):
    out.put(page * 100_000)


if __name__ == "__main__":
    out = multiprocessing.SimpleQueue()
    first = multiprocessing.Process(target=render, args=("a", out))
    second = multiprocessing.Process(target=render, kwargs={"out": out, "page": "b"})
    first.start(); second.start()
    print("reading")
    pages = sorted([out.get(), out.get()])
    first.join()
    second.join()  # both are done
    print([page[0] for page in pages], len(pages[0]))
