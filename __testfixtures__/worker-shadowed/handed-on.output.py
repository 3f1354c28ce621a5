from multiprocessing import Process


def shout(text):
    print(text.upper())


def run(function, text):
    function(text)


def more():
    again = Process(target=shout, args=("bye",))
    again.start()
    again.join()


if __name__ == "__main__":
    shout_process = Process(target=run, args=(shout, "hello"))
    shout_process.start()
    shout_process.join()
    more()
