import multiprocessing

from kit.work import run

if __name__ == "__main__":
    methods = multiprocessing.get_all_start_methods()
    chosen = [method for method in methods[1:] if method != "fork"][0]
    multiprocessing.set_start_method(chosen)
    print(run(5) == [(chosen, 0)])
