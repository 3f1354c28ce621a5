import functools as ft
from multiprocessing import get_context


class Text:
    def checked(function):
        @ft.wraps(function)
        def check(text):
            if not text:
                raise ValueError("no text")
            return function(text)

        return check

    @staticmethod
    @checked
    def words(text):
        return text.split()


if __name__ == "__main__":
    with get_context("spawn").Pool(1) as pool:
        print(pool.map(Text.words, ["a b", "c"]))
    print(ft.reduce(max, [1, 2]))
