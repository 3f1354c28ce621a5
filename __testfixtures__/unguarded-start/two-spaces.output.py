from multiprocessing import get_context

context = get_context('spawn')

def add(a, b):
  if a:
    return a + b
  return b

if __name__ == '__main__':
  with context.Pool(2) as pool:
    print(pool.starmap(add, [(0, 1), (1, 2)]))
