import settings


def scaled(number):
    return number * settings.LEVEL


def work(number):
    return scaled(number) + 1
