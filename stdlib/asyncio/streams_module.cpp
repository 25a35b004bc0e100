// SPDX-License-Identifier: MIT
//
// Module _asyncio_streams: the native types of transports, protocols and streams, under the names that the parts of
// package asyncio give to scripts.
#include "stdlib/asyncio/acceptor.hpp"
#include "stdlib/asyncio/stream_protocol.hpp"
#include "stdlib/asyncio/stream_reader.hpp"
#include "stdlib/asyncio/stream_writer.hpp"
#include "stdlib/asyncio/transport.hpp"

namespace ouro::stdlib {

using namespace vm;

static constexpr NativeDef streams_members[] = {
    type_constant("BaseProtocol", base_protocol_type),
    type_constant("BufferedProtocol", buffered_protocol_type),
    type_constant("DatagramProtocol", datagram_protocol_type),
    type_constant("FlowControlMixin", flow_control_type),
    type_constant("Protocol", protocol_type),
    type_constant("StreamReader", stream_reader_type),
    type_constant("StreamReaderProtocol", stream_protocol_type),
    type_constant("StreamWriter", stream_writer_type),
    type_constant("SubprocessProtocol", subprocess_protocol_type),
    type_constant("_Acceptor", acceptor_type),
    type_constant("_SelectorSocketTransport", socket_transport_type),
    type_constant("_UnixReadPipeTransport", read_pipe_transport_type),
    type_constant("_UnixWritePipeTransport", write_pipe_transport_type),
};

extern const NativeModule asyncio_streams_module;
const NativeModule asyncio_streams_module = {
    .name = "_asyncio_streams",
    .doc = "The native types of asyncio's transports, protocols and streams.",
    .members = streams_members,
    .member_count = std::size(streams_members),
};

} // namespace ouro::stdlib
