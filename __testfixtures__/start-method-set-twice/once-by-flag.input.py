import multiprocessing as mp

ready = False


def set_up():
    global ready
    if not ready:
        mp.set_start_method("spawn")
        ready = True


def main():
    set_up()
    set_up()
