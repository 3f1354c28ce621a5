from multiprocessing import Pool, active_children

def half(x): return x / 2

def main():
  with Pool(2) as pool: print(pool.map(half, [2, 4]))
  print(len(active_children()))

if __name__ == "__main__": main()
