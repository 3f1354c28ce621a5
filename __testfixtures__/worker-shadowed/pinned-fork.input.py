import multiprocessing


def work():
    print("the child works")


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    work = context.Process(target=work)
    work.start()
    work.join()
