from crew.worker import run

if __name__ == "__main__":
    run(["a", "b"])
