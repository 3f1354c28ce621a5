import http.server
import multiprocessing as mp
import threading


def double(n):
    return 2 * n


def main():
    server = http.server.HTTPServer(("localhost", 0), http.server.SimpleHTTPRequestHandler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        with mp.Pool(2) as pool:
            print(pool.map(double, [1, 2]))
    finally:
        server.shutdown()
        thread.join()


if __name__ == "__main__":
    main()
