import multiprocessing

if __name__ == "__main__":
    class Job(multiprocessing.Process):
        """Writes one line."""

        def __init__(self, number):
            super().__init__()
            self.number = number

        def run(self):
            print("job", self.number)

    job = Job(3)
    job.start()
    job.join()
    print("exit code", job.exitcode)
