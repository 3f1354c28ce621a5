def wait():
    from main import work
    work.join()
