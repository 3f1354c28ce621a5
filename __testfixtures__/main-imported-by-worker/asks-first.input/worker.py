import app


def work(number):
    return app.LIMIT is None or number < app.LIMIT
