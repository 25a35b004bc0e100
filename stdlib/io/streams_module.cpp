// SPDX-License-Identifier: MIT
//
// _streams: the types of the standard streams and of files in memory, for io.py.
#include "stdlib/io/memory_files.hpp"

#include "vm/objects/text_stream.hpp"

namespace ouro::stdlib {

using namespace vm;

static constexpr NativeDef MEMBERS[] = {
    type_constant("TextStream", text_stream_type),
    type_constant("ByteStream", byte_stream_type),
    type_constant("StringIO", string_io_type),
    type_constant("BytesIO", bytes_io_type),
};

static Result<void> initialize(VM& vm, Module& module) {
    module_set(vm, module, "UnsupportedOperation", unsupported_operation(vm));
    return {};
}

extern const NativeModule streams_module;
constinit const NativeModule streams_module = {"_streams", nullptr, MEMBERS, std::size(MEMBERS), initialize};

} // namespace ouro::stdlib
