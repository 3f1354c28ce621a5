import multiprocessing


def run(text):
    before = multiprocessing.get_start_method(allow_none=True)
    multiprocessing.set_start_method("fork", force=True)

    def show():
        print(text, flush=True)

    process = multiprocessing.Process(target=show)
    process.start()
    process.join()
    multiprocessing.set_start_method(before, force=True)


if __name__ == "__main__":
    run("done")
