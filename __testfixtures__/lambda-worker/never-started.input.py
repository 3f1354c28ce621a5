import io
import multiprocessing


class Buffer(io.StringIO):
    def flush(self):
        print("flushed")


def main():
    buffer = Buffer()
    process = multiprocessing.Process(target=lambda: buffer.flush())
    buffer.write("text")
    multiprocessing.Process


if __name__ == "__main__":
    main()
