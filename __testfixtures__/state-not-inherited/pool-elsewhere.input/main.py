import runner
import settings

if __name__ == "__main__":
    settings.LEVEL = 5
    print(runner.run([1, 2, 3]))
