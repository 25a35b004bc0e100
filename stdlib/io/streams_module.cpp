// SPDX-License-Identifier: MIT
//
// _streams: the types of the standard streams and of files in memory, for io.py.
#include "stdlib/io/memory_files.hpp"

#include "vm/objects/text_stream.hpp"

namespace ouro::stdlib {

using namespace vm;

static Result<void> initialize(VM& vm, Module& module) {
    module_set(vm, module, "TextStream", vm.native(text_stream_type));
    module_set(vm, module, "ByteStream", vm.native(byte_stream_type));
    module_set(vm, module, "StringIO", vm.native(string_io_type));
    module_set(vm, module, "BytesIO", vm.native(bytes_io_type));
    module_set(vm, module, "UnsupportedOperation", unsupported_operation(vm));
    return {};
}

extern const NativeModule streams_module;
constinit const NativeModule streams_module = {"_streams", nullptr, nullptr, 0, initialize};

} // namespace ouro::stdlib
