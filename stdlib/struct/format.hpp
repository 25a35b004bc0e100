// SPDX-License-Identifier: MIT
//
// The little language of module struct: "<3ib2s". A format is read item by item, each time anew; nothing is compiled.
#pragma once

#include "vm/model/core.hpp"

#include <optional>
#include <string_view>

namespace ouro::stdlib {

// One format character with its repeat count.
struct FormatItem {
    char code = 0;
    uint64_t repeat = 1; // values of this kind; octets of 's' and 'p'; padding of 'x'
    uint64_t offset = 0; // of the first value
    uint32_t size = 0;   // of one value
    bool big_endian = false;
    bool native = false; // C's own types: '@', also the default
};

// struct.error
vm::Raised struct_error(vm::VM& vm, std::string_view message);
bool is_struct_error(vm::VM& vm, vm::Exception* exception);

// The item of a format that is one of C's own types alone, with or without '@': what items of a memoryview may be.
// Nothing for other formats.
std::optional<FormatItem> native_item(std::string_view format);

// Writes one value at `to`, where zeros stand, and reads one. struct.error, OverflowError and what conversions raise.
vm::Result<void> pack_item(vm::VM& vm, vm::Value value, const FormatItem& item, char* to);
vm::Result<vm::Value> unpack_item(vm::VM& vm, const char* from, const FormatItem& item);

class FormatReader {
public:
    // The text must be ASCII without NUL (format_text sees to it).
    explicit FormatReader(std::string_view text);
    // The next item, or false at the end. struct.error for what is no format.
    vm::Result<bool> next(vm::VM& vm, FormatItem& item);
    // Octets of the items read so far.
    uint64_t size() const { return m_size; }

private:
    vm::Result<uint64_t> read_count(vm::VM& vm);

    std::string_view m_rest;
    uint64_t m_size = 0;
    bool m_native = true;
    bool m_big_endian = false;
};

struct FormatMeasure {
    int64_t size = -1;   // octets of a whole record
    int64_t values = -1; // that are packed or unpacked
};

// Reads a format to its end. struct.error.
vm::Result<FormatMeasure> measure_format(vm::VM& vm, std::string_view text);

// The text of a format that is str or bytes. TypeError, UnicodeEncodeError, struct.error.
vm::Result<std::string_view> format_text(vm::VM& vm, vm::Value format);

// Writes `values` at `to`, which has room for the whole record; padding is zeroed. struct.error, OverflowError and what
// conversions raise.
vm::Result<void> pack_values(vm::VM& vm, std::string_view format, vm::Args values, char* to);
// The values of the record at `from`.
vm::Result<vm::Tuple*> unpack_values(vm::VM& vm, std::string_view format, FormatMeasure measure, const char* from);

} // namespace ouro::stdlib
