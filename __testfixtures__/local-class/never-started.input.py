from multiprocessing import Process


def main():
    class Worker(Process):
        def run(self):
            print("runs here")

    Worker().run()


if __name__ == "__main__":
    main()
