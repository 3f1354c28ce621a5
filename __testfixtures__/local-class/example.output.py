from multiprocessing import Pool


# Knows how often to say it.
class Speaker:
    def __init__(self, times):
        self.times = times

    def speak(self, word):
        return " ".join([word] * self.times)


def main():
    speaker = Speaker(2)
    with Pool(2) as pool:
        print(pool.map(speaker.speak, ["ping", "pong"]))


if __name__ == "__main__":
    main()
