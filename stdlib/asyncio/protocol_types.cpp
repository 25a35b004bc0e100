// SPDX-License-Identifier: MIT
//
// asyncio's base classes of protocols: methods that do nothing, for scripts to override. Library Reference,
// "Protocols".
#include "stdlib/asyncio/stream_protocol.hpp"

namespace ouro::stdlib {

using namespace vm;

static Value ignore_call(Value) { return Value::none(); }
static Value ignore(Value, Value) { return Value::none(); }
static Value ignore_both(Value, Value, Value) { return Value::none(); }

static constexpr NativeDef base_protocol_members[] = {
    fn<ignore>("connection_made(self, transport)", "Called once, with the transport of the connection."),
    fn<ignore>("connection_lost(self, exc)", "Called at the end, with an exception or None."),
    fn<ignore_call>("pause_writing(self)", "Called when the transport has more to write than its limit."),
    fn<ignore_call>("resume_writing(self)", "Called when it has little to write again."),
};
static constexpr NativeDef protocol_members[] = {
    fn<ignore>("data_received(self, data)", "Called with bytes that came in."),
    fn<ignore_call>("eof_received(self)", "Called when no more will come; a true result keeps the transport open."),
};
static constexpr NativeDef buffered_protocol_members[] = {
    fn<ignore>("get_buffer(self, sizehint)", "Called for a buffer to receive into."),
    fn<ignore>("buffer_updated(self, nbytes)", "Called when bytes were received into the buffer."),
    fn<ignore_call>("eof_received(self)", "Called when no more will come; a true result keeps the transport open."),
};
static constexpr NativeDef datagram_protocol_members[] = {
    fn<ignore_both>("datagram_received(self, data, addr)", "Called with a datagram and its sender."),
    fn<ignore>("error_received(self, exc)", "Called when sending or receiving has raised OSError."),
};
static constexpr NativeDef subprocess_protocol_members[] = {
    fn<ignore_both>("pipe_data_received(self, fd, data)", "Called with what the process has written."),
    fn<ignore_both>("pipe_connection_lost(self, fd, exc)", "Called when a pipe of the process is closed."),
    fn<ignore_call>("process_exited(self)", "Called when the process has ended."),
};

static constexpr NativeType make_type(const char* name, const NativeType* base, std::span<const NativeDef> members,
                                      const char* doc) {
    return {
        .name = name,
        .base = base,
        .kind = Kind::Native,
        .size = sizeof(Object),
        .flags = Type::HAS_ATTRIBUTES | Type::BARE_NAME | Type::WEAKLY_REFERENCEABLE,
        .visit = nullptr,
        .members = members.data(),
        .member_count = members.size(),
        .doc = doc,
    };
}

constexpr NativeType base_protocol_type =
    make_type("asyncio.protocols.BaseProtocol", nullptr, base_protocol_members, "What all protocols have.");
constexpr NativeType protocol_type = make_type("asyncio.protocols.Protocol", &base_protocol_type, protocol_members,
                                               "The base class of protocols of streams.");
constexpr NativeType buffered_protocol_type =
    make_type("asyncio.protocols.BufferedProtocol", &base_protocol_type, buffered_protocol_members,
              "The base class of protocols of streams that receive into their own buffers.");
constexpr NativeType datagram_protocol_type =
    make_type("asyncio.protocols.DatagramProtocol", &base_protocol_type, datagram_protocol_members,
              "The base class of protocols of datagrams.");
constexpr NativeType subprocess_protocol_type =
    make_type("asyncio.protocols.SubprocessProtocol", &base_protocol_type, subprocess_protocol_members,
              "The base class of protocols of processes.");

} // namespace ouro::stdlib
