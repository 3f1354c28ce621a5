from multiprocessing import Process


def fill(squares, order, number):
    squares[number] = number * number
    order.append(number)


def main():
    squares = {}
    order = list()
    processes = [Process(target=fill, args=(squares, order, number)) for number in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(len(squares), sorted(order))
    for number in range(3):
        print(squares.get(number))


if __name__ == "__main__":
    main()
