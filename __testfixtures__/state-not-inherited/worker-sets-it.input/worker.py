import settings


def work(number):
    settings.load(5)
    return number * settings.LEVEL
