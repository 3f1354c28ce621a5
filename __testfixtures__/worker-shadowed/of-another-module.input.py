from multiprocessing import Process

from textwrap import dedent

if __name__ == "__main__":
    # Pickled as textwrap.dedent, which is still there.
    dedent = Process(target=dedent, args=("text",))
    dedent.start()
    dedent.join()
