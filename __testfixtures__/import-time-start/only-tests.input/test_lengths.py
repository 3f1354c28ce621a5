import lengths


def test_lengths():
    assert lengths.LENGTHS == [3, 5]
