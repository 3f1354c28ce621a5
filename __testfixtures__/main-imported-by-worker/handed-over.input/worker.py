import app


def set_up(limit):
    app.LIMIT = limit


def work(number):
    return number < app.LIMIT
