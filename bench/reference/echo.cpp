// SPDX-License-Identifier: MIT
//
// An echo server and its clients on libuv, in one process, to compare bench/async/stream_echo.py with. Lines are
// searched for as a StreamReader does; each answer is written at once if the socket takes it (uv_try_write).
//
//     c++ -O2 echo.cpp -luv -o echo && ./echo CONNECTIONS SIZE ROUND_TRIPS [server PORT | client PORT]
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <uv.h>

struct Peer {
    uv_tcp_t tcp;
    uv_connect_t connect;
    int is_client, left;
    size_t used;
    char line[65536];
};

static uv_loop_t* loop;
static uv_tcp_t listener;
static int connections, size, rounds, open_clients, has_server;
static char* message;
static char received[262144];

static void give_buffer(uv_handle_t*, size_t, uv_buf_t* buffer) {
    *buffer = uv_buf_init(received, sizeof(received));
}

static uv_stream_t* stream_of(Peer* peer) { return reinterpret_cast<uv_stream_t*>(&peer->tcp); }

static void free_peer(uv_handle_t* handle) { free(handle->data); }

static void send_line(Peer* peer, const char* octets, size_t count) {
    uv_buf_t buffer = uv_buf_init(const_cast<char*>(octets), unsigned(count));
    if (uv_try_write(stream_of(peer), &buffer, 1) != int(count))
        abort(); // lines are small: the socket takes them
}

static void take_line(Peer* peer, size_t count) {
    if (!peer->is_client) {
        send_line(peer, peer->line, count);
    } else if (--peer->left > 0) {
        send_line(peer, message, size_t(size));
    } else {
        uv_close((uv_handle_t*)&peer->tcp, free_peer);
        if (--open_clients == 0 && has_server)
            uv_close((uv_handle_t*)&listener, NULL);
    }
}

static void on_read(uv_stream_t* stream, ssize_t count, const uv_buf_t* buffer) {
    auto* peer = static_cast<Peer*>(stream->data);
    if (count < 0) {
        uv_close((uv_handle_t*)stream, free_peer);
        return;
    }
    memcpy(peer->line + peer->used, buffer->base, size_t(count));
    auto* end = static_cast<char*>(memchr(peer->line + peer->used, '\n', size_t(count)));
    peer->used += size_t(count);
    if (end) {
        auto length = size_t(end + 1 - peer->line);
        peer->used -= length;
        take_line(peer, length);
    }
}

static Peer* make_peer(int is_client) {
    auto* peer = static_cast<Peer*>(malloc(sizeof(Peer)));
    peer->is_client = is_client;
    peer->used = 0;
    peer->left = rounds / connections;
    uv_tcp_init(loop, &peer->tcp);
    peer->tcp.data = peer;
    return peer;
}

static void on_connection(uv_stream_t* server, int) {
    Peer* peer = make_peer(0);
    uv_accept(server, stream_of(peer));
    uv_tcp_nodelay(&peer->tcp, 1);
    uv_read_start(stream_of(peer), give_buffer, on_read);
}

static void on_connected(uv_connect_t* request, int status) {
    auto* peer = static_cast<Peer*>(request->handle->data);
    if (status < 0)
        abort();
    uv_tcp_nodelay(&peer->tcp, 1);
    uv_read_start(stream_of(peer), give_buffer, on_read);
    send_line(peer, message, size_t(size));
}

int main(int argc, char** argv) {
    connections = atoi(argv[1]);
    size = atoi(argv[2]);
    rounds = atoi(argv[3]);
    int port = argc > 5 ? atoi(argv[5]) : 0;
    int has_clients = argc < 5 || strcmp(argv[4], "client") == 0;
    has_server = argc < 5 || strcmp(argv[4], "server") == 0;
    loop = uv_default_loop();
    message = static_cast<char*>(malloc(size_t(size)));
    memset(message, 'x', size_t(size));
    message[size - 1] = '\n';
    struct sockaddr_in address;
    int length = sizeof(address);
    uv_ip4_addr("127.0.0.1", port, &address);
    if (has_server) {
        uv_tcp_init(loop, &listener);
        uv_tcp_bind(&listener, (struct sockaddr*)&address, 0);
        uv_listen((uv_stream_t*)&listener, 100, on_connection);
        uv_tcp_getsockname(&listener, (struct sockaddr*)&address, &length);
    }
    open_clients = has_clients ? connections : 0;
    for (int i = 0; i < open_clients; i++) {
        Peer* peer = make_peer(1);
        uv_tcp_connect(&peer->connect, &peer->tcp, (struct sockaddr*)&address, on_connected);
    }
    uint64_t begin = uv_hrtime();
    uv_run(loop, UV_RUN_DEFAULT);
    if (has_clients)
        printf("%.0f round trips/s\n", rounds / (double(uv_hrtime() - begin) / 1e9));
    return 0;
}
