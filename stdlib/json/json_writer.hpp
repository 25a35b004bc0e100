// SPDX-License-Identifier: MIT
//
// Values to JSON text. Library Reference, module json, "Encoders and Decoders".
#pragma once

#include "vm/model/core.hpp"
#include "vm/values/text_builder.hpp"

#include <unordered_set>
#include <vector>

namespace ouro::vm::json {

// The options of JSONEncoder.
struct WriteOptions {
    bool skip_keys, ensure_ascii, check_circular, allow_nan, sort_keys;
    std::optional<std::string_view> indent; // of one level; nothing: all in one line
    std::string_view key_separator, item_separator;
    Value default_function; // called with what JSON has no form for
};

class Writer {
public:
    Writer(VM& vm, const WriteOptions& options) : m_vm(vm), m_options(options), m_out(vm) {}
    Result<void> write(Value value);
    Result<Str*> finish() { return m_out.finish(); }
    void write_string(std::string_view text);

private:
    // The containers that are being written, to find circles.
    static constexpr size_t SEARCHED_LINEARLY = 32;

    Result<void> write_number(Value value);
    Result<void> write_float(double number);
    Result<void> write_list(Value list);
    Result<void> write_dict(Value mapping);
    Result<void> write_dict_items(Value mapping);
    Result<void> write_member(Value key, Value value, bool& first);
    Result<void> write_other(Value value);
    Result<bool> write_key(Value key);
    Result<void> enter(Object* container);
    void leave(Object* container);
    void new_line(size_t depth);

    VM& m_vm;
    const WriteOptions& m_options;
    TextBuilder m_out;
    size_t m_depth = 0; // of indentation
    std::vector<Object*> m_open;
    std::unordered_set<Object*> m_open_set; // those beyond the first few
};

} // namespace ouro::vm::json
