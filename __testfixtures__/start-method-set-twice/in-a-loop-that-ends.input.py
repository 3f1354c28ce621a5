import multiprocessing as mp


def main(methods):
    for method in methods:
        if method in mp.get_all_start_methods():
            mp.set_start_method(method)
            break
    for method in reversed(methods):
        mp.set_start_method(method)
        return method
