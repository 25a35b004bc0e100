# SPDX-License-Identifier: MIT
#
# A stand-in for wsgiref.simple_server and http.server: a server that answers each request by what a WSGI application
# (PEP 3333) says. Tests of asyncio's connections talk to it.
import socketserver


class WSGIRequestHandler(socketserver.StreamRequestHandler):
    def handle(self):
        method, path, _ = self.rfile.readline().decode("latin-1").split(" ", 2)
        while self.rfile.readline().strip():
            pass  # headers
        status, headers = [], []

        def start_response(text, pairs, error=None):
            status[:], headers[:] = [text], pairs

        parts = list(self.server.get_app()({"REQUEST_METHOD": method, "PATH_INFO": path}, start_response))
        head = [f"HTTP/1.0 {status[0]}", *(f"{name}: {value}" for name, value in headers)]
        self.wfile.write("\r\n".join([*head, "", ""]).encode("latin-1") + b"".join(parts))


class WSGIServer(socketserver.TCPServer):
    allow_reuse_address = True
    application = None

    def set_app(self, application):
        self.application = application

    def get_app(self):
        return self.application

    def server_bind(self):
        super().server_bind()
        host, self.server_port = self.server_address[:2] if isinstance(self.server_address, tuple) else ("", 0)
        self.server_name = host
        self.base_environ = {}

    def setup_environ(self):
        self.base_environ = {}


HTTPServer = WSGIServer
