import multiprocessing as mp
from multiprocessing import shared_memory

if __name__ == "__main__":
    ends = mp.Pipe()
    number = mp.RawValue("i")
    numbers = mp.RawArray("i", 3)
    process = mp.Process(target=print)
    methods = mp.get_all_start_methods()
    count = mp.cpu_count()
    name = mp.current_process().name
    memory = shared_memory.SharedMemory(create=True, size=8)
    mp.set_start_method("spawn")
