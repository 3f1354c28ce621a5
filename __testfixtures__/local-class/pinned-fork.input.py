import multiprocessing


def main():
    context = multiprocessing.get_context("fork")

    class Worker(context.Process):
        def run(self):
            print("forked")

    worker = Worker()
    worker.start()
    worker.join()

    class Task:
        def run(self):
            print("forked too")

    process = context.Process(target=Task().run)
    process.start()
    process.join()


if __name__ == "__main__":
    main()
