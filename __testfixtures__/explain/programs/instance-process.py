from multiprocessing import Process


class Server:
    def start(self):
        self.first = Process(target=self.serve)
        self.first.start()
        self.second = Process(target=self.serve)
        self.second.start()
        self.first.join()
        self.second.join()

    def serve(self):
        pass


if __name__ == "__main__":
    Server().start()
