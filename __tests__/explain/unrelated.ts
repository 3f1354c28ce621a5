/** Texts that are no matter of multiprocessing: what is said of them is that they are not recognised. */
export const UNRELATED: readonly string[] = [
  `Traceback (most recent call last):
  File "app.py", line 3, in <module>
    print(1 / 0)
          ~~^~~
ZeroDivisionError: division by zero`,
  `Traceback (most recent call last):
  File "/srv/app/main.py", line 12, in <module>
    main()
  File "/srv/app/main.py", line 8, in main
    print(user["name"])
KeyError: 'name'`,
  `Traceback (most recent call last):
  File "load.py", line 4, in <module>
    with open("data.csv") as file:
FileNotFoundError: [Errno 2] No such file or directory: 'data.csv'`,
  `Traceback (most recent call last):
  File "cache.py", line 9, in <module>
    data = pickle.load(file)
EOFError: Ran out of input`,
  `Traceback (most recent call last):
  File "save.py", line 5, in <module>
    print(counter)
NameError: name 'counter' is not defined`,
  `Traceback (most recent call last):
  File "server.py", line 30, in serve
    connection.sendall(data)
BrokenPipeError: [Errno 32] Broken pipe`,
  `Traceback (most recent call last):
  File "crawl.py", line 7, in fetch
    file = open(path)
OSError: [Errno 24] Too many open files: 'page-1021.html'`,
  `Traceback (most recent call last):
  File "client.py", line 11, in <module>
    response = requests.get(url)
  File "/usr/lib/python3/dist-packages/requests/api.py", line 73, in get
    return request("get", url, params=params, **kwargs)
requests.exceptions.ConnectionError: ('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))`,
  `Traceback (most recent call last):
  File "<stdin>", line 1, in <module>
TypeError: 'NoneType' object is not callable`,
  `Traceback (most recent call last):
  File "models.py", line 20, in <module>
    make("a")
TypeError: Refused.__init__() missing 1 required positional argument: 'reason'`,
  `Traceback (most recent call last):
  File "model.py", line 3, in <module>
    other = copy.deepcopy(model)
  File "/usr/lib/python3.11/copy.py", line 172, in deepcopy
    y = _reconstruct(x, memo, *rv)
  File "/usr/lib/python3.11/copy.py", line 161, in deepcopy
    rv = reductor(4)
TypeError: cannot pickle '_thread.lock' object`,
  `Traceback (most recent call last):
  File "views.py", line 3, in save
    cache.set("sort", lambda row: row.name)
  File "/usr/lib/python3/dist-packages/django/core/cache/backends/locmem.py", line 46, in set
    pickled = pickle.dumps(value, self.pickle_protocol)
_pickle.PicklingError: Can't pickle <function <lambda> at 0x7f3c>: attribute lookup <lambda> on views failed`,
  `Traceback (most recent call last):
  File "threads.py", line 14, in <module>
    item = jobs.get_nowait()
  File "/usr/lib/python3.12/queue.py", line 199, in get_nowait
    return self.get(False)
  File "/usr/lib/python3.12/queue.py", line 168, in get
    raise Empty
_queue.Empty`,
  `Traceback (most recent call last):
  File "wait.py", line 6, in <module>
    time.sleep(60)
KeyboardInterrupt`,
  `Exception in thread Thread-1 (work):
Traceback (most recent call last):
  File "/usr/lib/python3.12/threading.py", line 1073, in _bootstrap_inner
    self.run()
  File "/usr/lib/python3.12/threading.py", line 1010, in run
    self._target(*self._args, **self._kwargs)
  File "threads.py", line 4, in work
    raise ValueError("bad")
ValueError: bad`,
  // The worker's own mistake, which a pool only hands on.
  `multiprocessing.pool.RemoteTraceback:
"""
Traceback (most recent call last):
  File "/usr/lib/python3.12/multiprocessing/pool.py", line 125, in worker
    result = (True, func(*args, **kwds))
                    ^^^^^^^^^^^^^^^^^^^
  File "/usr/lib/python3.12/multiprocessing/pool.py", line 48, in mapstar
    return list(map(*args))
           ^^^^^^^^^^^^^^^^
  File "/home/user/project/main.py", line 5, in work
    return 1 / x
           ~~^~~
ZeroDivisionError: division by zero
"""

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/home/user/project/main.py", line 10, in <module>
    print(pool.map(work, [0]))
          ^^^^^^^^^^^^^^^^^^^
  File "/usr/lib/python3.12/multiprocessing/pool.py", line 774, in get
    raise self._value
ZeroDivisionError: division by zero`,
  // A forked child has every name of its parent: this is a slip of the pen.
  `Process ForkProcess-1:
Traceback (most recent call last):
  File "/usr/lib/python3.12/multiprocessing/process.py", line 314, in _bootstrap
    self.run()
  File "/usr/lib/python3.12/multiprocessing/process.py", line 108, in run
    self._target(*self._args, **self._kwargs)
  File "/home/user/project/main.py", line 5, in work
    print(lenght)
NameError: name 'lenght' is not defined. Did you mean: 'length'?`,
  `  File "setup.py", line 3
    print "hello"
    ^^^^^^^^^^^^^
SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?`,
  `ModuleNotFoundError: No module named 'numpy'`,
  `AttributeError: 'list' object has no attribute 'push'`,
  `2024-05-01 12:00:01,123 INFO app: request handled in 12 ms
2024-05-01 12:00:02,001 WARNING app: slow query (1.4 s)
2024-05-01 12:00:03,500 ERROR app: upstream answered 502`,
  `INFO:     Started server process [4321]
INFO:     Waiting for application startup.
INFO:     Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)`,
  `============================= test session starts ==============================
collected 3 items

test_a.py ..F                                                            [100%]

    def test_sum():
>       assert 1 + 1 == 3
E       assert 2 == 3

test_a.py:9: AssertionError
=========================== short test summary info ============================
FAILED test_a.py::test_sum - assert 2 == 3`,
  `npm ERR! code ERESOLVE
npm ERR! ERESOLVE unable to resolve dependency tree`,
  `Exception in thread "main" java.lang.NullPointerException
	at com.example.Main.main(Main.java:5)`,
  `panic: runtime error: index out of range [5] with length 3

goroutine 1 [running]:
main.main()`,
  `main.c:3:5: error: 'x' undeclared (first use in this function)`,
  'How do I sort a list of dictionaries by a key?',
  'The quick brown fox jumps over the lazy dog.',
  'Our swimming pool is empty in winter, and nobody has used the lane at the far end since the summer.',
  'The committee discussed the process for electing a new chair; the results were accepted without objection.',
  'Please find attached the minutes of the meeting. The list of participants follows.',
  'git push fails with permission denied (publickey)',
  'segmentation fault (core dumped)',
  'how do I install python on windows',
  'numpy array shape mismatch',
  '404 not found',
  '{"status": "ok", "items": []}',
];
