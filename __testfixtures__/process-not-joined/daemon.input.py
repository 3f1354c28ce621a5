import time
from multiprocessing import Process


def save(path):
    time.sleep(0.5)
    with open(path, "w") as file:
        file.write("saved")
    print("saved", flush=True)


def main():
    process = Process(target=save, args=("report.txt",), daemon=True)
    process.start()


if __name__ == "__main__":
    main()
