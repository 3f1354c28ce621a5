import settings
from jobs import run


class Task:
    weight = 1

    def __call__(self, number):
        return number * self.weight


setattr(settings, "offset", 10)
setattr(Task, "weight", 3)
if __name__ == "__main__":
    print(run(Task(), [1, 2]))
