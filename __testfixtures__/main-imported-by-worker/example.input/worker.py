import app


def work(number):
    return number < app.LIMIT
