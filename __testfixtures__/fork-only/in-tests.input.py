import multiprocessing


def run(work):
    process = multiprocessing.get_context("fork").Process(target=work)
    process.start()
    process.join()
