from multiprocessing.managers import BaseManager


class Words(BaseManager):
    pass


def serve():
    manager = Words(address=("", 50000), authkey=b"secret")
    server = manager.get_server()
    server.serve_forever()


def use():
    with Words() as manager:
        print(manager.address)


if __name__ == "__main__":
    use()
