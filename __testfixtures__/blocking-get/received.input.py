from multiprocessing import Pipe, Process


def work(tasks):
    while True:
        try:
            task = tasks.recv()
        except EOFError:
            break
        print("did", task, flush=True)


if __name__ == "__main__":
    ours, theirs = Pipe()
    worker = Process(target=work, args=(theirs,))
    worker.start()
    theirs.close()
    ours.send("a task")
    ours.close()
    worker.join()
    print("done")
