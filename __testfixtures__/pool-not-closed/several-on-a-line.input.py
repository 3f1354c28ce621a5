from multiprocessing import Pool, active_children

def half(x): return x / 2

def main():
  pool = Pool(2); print(pool.map(half, [2, 4]))
  print(len(active_children()))

if __name__ == "__main__": main()
