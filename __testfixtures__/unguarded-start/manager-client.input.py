from multiprocessing.managers import BaseManager, SyncManager


class Remote(BaseManager):
    pass


Remote.register("queue")
remote = Remote(address=("localhost", 1), authkey=b"a")
try:
    remote.connect()
except OSError as error:
    print("nobody there")

server = SyncManager()
print(server.address)


class Motor:
    def start(self):
        print("started")


Motor().start()
