import calendar
from decimal import Context, Decimal, setcontext
from multiprocessing import Pool

setcontext(Context(prec=4))
calendar.setfirstweekday(calendar.SUNDAY)


def third(number):
    return str(Decimal(number) / 3), calendar.firstweekday()


if __name__ == "__main__":
    print("begin")
    print("set up")
    with Pool(2) as pool:
        print(pool.map(third, [1, 2]))
