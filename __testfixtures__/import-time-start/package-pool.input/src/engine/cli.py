import engine


def run():
    print(engine.Engine().run([1, 2]))
    print(engine.Engine().run([3]))
    engine.stop()
