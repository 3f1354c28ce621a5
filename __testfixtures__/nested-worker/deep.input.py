import multiprocessing


def outer(scale):
  def middle(shift):
    for round_number in range(1, 3):
      if round_number:
        def work(x, *rest, power=1):
          if rest:
            return None
          return (
            x ** power * scale
            + shift
          )

        with multiprocessing.Pool(2) as pool:
          print(round_number, pool.map(work, range(3)))
  return middle


if __name__ == "__main__":
  outer(10)(1)
