import multiprocessing

print("start method:", multiprocessing.get_start_method())
