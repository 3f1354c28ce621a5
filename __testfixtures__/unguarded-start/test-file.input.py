from multiprocessing import Pool

squares = Pool(2).map(abs, [-1, 2])


def test_squares():
    assert squares == [1, 2]
