import bootloader
import sys
from multiprocessing import Process, freeze_support

freeze_support()


class Crawler(Process):
    def run(self):
        sys.exit(0 if getattr(sys, "frozen", False) else 3)


if __name__ == "__main__":
    crawler = Crawler()
    crawler.start()
    crawler.join()
    print("exit code", crawler.exitcode)
