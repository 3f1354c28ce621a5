from multiprocessing import Process

from prometheus_client import start_http_server


def work():
    print("working")


def serve():
    start_http_server(8000)


def main():
    serve()
    process = Process(target=work)
    process.start()
    process.join()


if __name__ == '__main__':
    main()
