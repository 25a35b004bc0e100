# SPDX-License-Identifier: MIT
import contextlib
import socket
import tempfile
import unittest

HOST = HOSTv4 = "127.0.0.1"
HOSTv6 = "::1"


def find_unused_port(family=socket.AF_INET, kind=socket.SOCK_STREAM):
    with socket.socket(family, kind) as sock:
        return bind_port(sock)


def bind_port(sock, host=HOST):
    sock.bind((host, 0))
    return sock.getsockname()[1]


def create_unix_domain_name():
    return tempfile.mkdtemp(prefix="test_") + "/socket"


def _has_ipv6():
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as sock:
            sock.bind((HOSTv6, 0))
        return True
    except OSError:
        return False


IPV6_ENABLED = _has_ipv6()


def skip_unless_bind_unix_socket(test):
    return test


def skip_if_tcp_blackhole(test):
    return test


def tcp_blackhole():
    return False


@contextlib.contextmanager
def transient_internet(name, *, timeout=30, errnos=()):
    raise unittest.SkipTest("no internet")
    yield
