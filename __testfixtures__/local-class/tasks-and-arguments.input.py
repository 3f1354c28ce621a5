from dataclasses import dataclass
from multiprocessing import Process, SimpleQueue


def work(task, results):
    results.put(task.area())


class Report:
    def sizes(self):
        results = SimpleQueue()

        @dataclass
        class Box:
            width: int
            height: int = 2

            def area(self) -> int:
                return self.width * self.height

            def turned(self):
                return Box(self.height, self.width)
        boxes = [Box(1), Box(3).turned()]
        for box in boxes:
            process = Process(target=work, args=(box, results))
            process.start()
            process.join()
        return [results.get(), results.get()]


if __name__ == "__main__":
    print(Report().sizes())
