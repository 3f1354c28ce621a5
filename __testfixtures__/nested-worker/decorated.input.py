import functools
from multiprocessing import Pool


def announced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function.__name__, function(*args, **kwargs)
    return wrapper


class Report:
    @staticmethod
    def build(lines, width):
        results = []

        # One line a task: the pool
        # keeps their order.
        @announced
        def render(line):
            """Render a line.

            Longer lines are cut.
              - so is this one
            """
            # to the width
            text = """>
>"""
            return text + line[:width]  # never longer

        # Two are enough.
        with Pool(2) as pool:
            results.extend(pool.map(render, lines))
        return results


if __name__ == "__main__":
    print(Report.build(["abc", "defg"], 2))
