import multiprocessing

METHOD = multiprocessing.get_start_method(allow_none=True)
