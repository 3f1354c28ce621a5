import multiprocessing

LOCK = multiprocessing.Lock()
METHOD = multiprocessing.get_start_method()
