import settings


def work(number):
    return number < settings.LIMIT
