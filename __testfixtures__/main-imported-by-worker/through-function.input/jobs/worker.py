def work(name):
    import app

    return app.option(name)
