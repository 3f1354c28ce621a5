import unittest

if __name__ == "__main__":
    program = unittest.main("tests.test_pool", argv=["test"], exit=False)
    print(program.result.wasSuccessful())
