"""Lets a choir sing in a pool. Its singers are of a class that only a function knows."""

from multiprocessing import Pool


def sing(singer):
    return singer.sing()


def choir(voices):
    class Singer:
        def __init__(self, voice):
            self.voice = voice

        def sing(self):
            return f"la ({self.voice})"

    with Pool(2) as pool:
        return pool.map(sing, [Singer(voice) for voice in voices])


if __name__ == "__main__":
    print(", ".join(choir(["alto", "bass"])))
