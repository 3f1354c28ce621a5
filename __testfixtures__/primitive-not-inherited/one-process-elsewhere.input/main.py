from multiprocessing import Process

import work

if __name__ == "__main__":
    process = Process(target=work.work, args=(1,))
    process.start()
    process.join()
