from runner import Runner


def double(number):
    return number * 2


if __name__ == "__main__":
    runner = Runner()
    runner.run(double, [1, 2])
    first = runner.results[0]
    both = (first, runner.results[1])
    print(both)
