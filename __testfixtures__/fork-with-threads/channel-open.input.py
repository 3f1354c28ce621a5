import multiprocessing

import grpc


def work():
    print("working")


def main():
    channel = grpc.insecure_channel("localhost:50051")
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
    channel.close()


if __name__ == "__main__":
    main()
