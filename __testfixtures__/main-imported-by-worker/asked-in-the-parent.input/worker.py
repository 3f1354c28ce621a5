"""Wrong too, but without any process: `below` runs in the parent."""


def work(number):
    return number + 1


def below(numbers):
    import app

    return [number < app.LIMIT for number in numbers]
