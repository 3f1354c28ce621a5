import multiprocessing

import pytest


@pytest.mark.subprocess(env={"MODE": "test"})
def test_child():
    def child():
        assert True

    process = multiprocessing.Process(target=child)
    process.start()
    process.join()
