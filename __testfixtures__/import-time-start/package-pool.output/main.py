import engine


def main():
    print(engine.Engine().run([1, 2]))
    print(engine.Engine().run([3]))
    engine.stop()


if __name__ == "__main__":
    main()
