import multiprocessing

if "fork" in multiprocessing.get_all_start_methods():
    CONTEXT = multiprocessing.get_context("fork")
else:
    CONTEXT = multiprocessing.get_context()
