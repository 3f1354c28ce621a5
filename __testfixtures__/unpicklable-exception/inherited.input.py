from concurrent.futures import ProcessPoolExecutor


class ServiceError(Exception):
    def __init__(self, service, *details):
        self.service = service
        super().__init__(service)


class Unreachable(ServiceError):
    def __init__(self, service, host, port):
        super().__init__(service, host)
        self.host = host
        self.port = port

    def __str__(self):
        return f"{self.service} at {self.host}:{self.port}"


def call(port):
    raise Unreachable("mail", "example.org", port)


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        try:
            list(executor.map(call, [25]))
        except Exception as error:
            print(type(error).__name__, error, error.args)
