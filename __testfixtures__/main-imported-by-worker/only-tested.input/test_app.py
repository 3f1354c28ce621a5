from multiprocessing import Pool

import app


def run(number):
    return app.work(number)


def test_work():
    with Pool(2) as pool:
        assert pool.map(run, [5, 15]) == [False, False]
