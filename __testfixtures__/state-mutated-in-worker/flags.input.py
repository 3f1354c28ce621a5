import signal
from multiprocessing import Pool, Process

in_worker = False
verbose = 0
model = None
stopped = False
options = {"debug": False, "depth": 3}


def set_up():
    global in_worker, verbose, model
    in_worker = True
    verbose = 2
    model = "loaded"
    options["debug"] = True


def stop(number, frame):
    global stopped
    stopped = True


def where():
    return "worker" if in_worker else "parent"


def work(number):
    return where(), verbose, model, options["debug"]


def serve():
    signal.signal(signal.SIGTERM, stop)
    while not stopped:
        pass


def main():
    with Pool(2, set_up) as pool:
        print(pool.map(work, range(2)))
    process = Process(target=serve)
    process.start()
    signal.signal(signal.SIGTERM, stop)
    process.terminate()
    process.join()
    print(where(), in_worker, verbose, options["debug"], stopped)
    if model is not None:
        print("the parent has one too")


if __name__ == "__main__":
    main()
