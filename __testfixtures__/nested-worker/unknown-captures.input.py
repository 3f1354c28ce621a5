import ipaddress
import logging
import multiprocessing


def show(network):
    logger = logging.getLogger("show")
    limits = []
    limits.append(ipaddress.ip_address("10.0.0.3"))

    def work(number, network=network):
        logger.info("number %s", number)
        print(network[number], limits[0], flush=True)

    process = multiprocessing.Process(target=work, args=(1,))
    process.start()
    process.join()


if __name__ == "__main__":
    show(ipaddress.ip_network("10.0.0.0/30"))
