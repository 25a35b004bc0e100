// SPDX-License-Identifier: MIT
//
// The format specification mini-language (Library Reference, "Format Specification Mini-Language"): what `format()`,
// f-strings and str.format do with int, float and str. Other types either take no specification or have their own.
#pragma once

#include "vm/model/core.hpp"
#include "vm/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace ouro::vm {

//     [[fill]align][sign][z][#][0][width][grouping][.precision][type]
struct FormatSpec {
    uint32_t fill = ' ';
    char align = 0;    // < > = ^, or 0 when absent
    char sign = 0;     // + - space, or 0 when absent
    bool no_negative_zero = false;
    bool alternate = false;
    int64_t width = -1;
    char grouping = 0; // , or _
    int64_t precision = -1;
    uint32_t type = 0; // 0 when absent
};

// Parses `text`. Raises ValueError "Invalid format specifier '...' for object of type '...'" and friends;
// `type_name` is the type that the messages name.
Result<FormatSpec> parse_format_spec(VM& vm, std::string_view text, std::string_view type_name);

// format(value, text) for exact or inherited str, int (bool included) and float behaviour.
// ValueError for unknown codes and combinations that make no sense; OverflowError; MemoryError.
Result<Str*> format_str(VM& vm, Str* value, std::string_view text);
Result<Str*> format_int(VM& vm, Value value, std::string_view text);
Result<Str*> format_float(VM& vm, double value, std::string_view text, std::string_view type_name = "float");

} // namespace ouro::vm
