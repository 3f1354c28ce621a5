import settings


def work(number):
    if settings.LEVEL is None:
        return number
    return number * settings.LEVEL
