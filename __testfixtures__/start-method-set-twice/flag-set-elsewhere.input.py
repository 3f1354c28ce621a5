import multiprocessing as mp

spawns = False


def spawn():
    global spawns
    spawns = True
    mp.set_start_method("spawn")


def main(plugins):
    for plugin in plugins:
        plugin.load(spawn)
    queue = mp.Queue()
    if not spawns:
        mp.set_start_method("spawn")
    return queue
