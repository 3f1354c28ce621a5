import app


def work(number):
    return app.double(number) + app.SIZE
