from multiprocessing import get_all_start_methods, get_context, set_start_method

context = get_context("fork" if "fork" in get_all_start_methods() else None)


def main():
    if "fork" in get_all_start_methods():
        set_start_method("fork")
