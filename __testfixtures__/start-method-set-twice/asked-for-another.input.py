import multiprocessing as mp


def main():
    if mp.get_start_method() == "fork":
        mp.set_start_method("spawn")
