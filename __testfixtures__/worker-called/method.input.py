from multiprocessing import Process


class Base:
    def target(self):
        pass

    def start(self):
        process = Process(target=self.target())
        process.start()
        process.join()


def work():
    print("worked")


class Derived(Base):
    def target(self):
        return work


if __name__ == "__main__":
    Derived().start()
