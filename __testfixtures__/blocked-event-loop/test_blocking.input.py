from concurrent.futures import ProcessPoolExecutor


async def test_square():
    with ProcessPoolExecutor(1) as executor:
        assert executor.submit(abs, -3).result() == 3
