import app


def work(number):
    task = app.make()
    return isinstance(task, app.Task)
