from tools.work import run

if __name__ == "__main__":
    print(run())
