// SPDX-License-Identifier: MIT
//
// JSON text to values in one pass: no tree in between, keys of objects from a small cache, ASCII strings copied in one
// go. Library Reference, module json, "Encoders and Decoders".
#pragma once

#include "vm/model/core.hpp"
#include "vm/values/text_builder.hpp"

namespace ouro::vm::json {

// The options of JSONDecoder; functions are empty where there is none.
struct ReadOptions {
    bool strict = true;
    Value object_hook, object_pairs_hook, parse_float, parse_int, parse_constant;
    Value error_type; // JSONDecodeError
};

class Reader {
public:
    Reader(VM& vm, Str& source, const ReadOptions& options);

    // The one value that the whole text is.
    Result<Value> read_all();
    // The value that begins at code point `index`; read_end() then tells where it ends.
    Result<Value> read_at(size_t index);
    size_t read_end() const;

private:
    static constexpr size_t KEY_CACHE_SIZE = 256, LONGEST_CACHED_KEY = 64;

    Result<Value> read_value();
    Result<Value> read_array();
    Result<Value> read_object();
    Result<void> read_members(Dict* dict, List* pairs);
    Result<Value> finish_object(Dict* dict, List* pairs);
    Result<Str*> read_key();
    Result<Str*> read_string();
    Result<Str*> read_string_with_escapes(const char* begin);
    Result<void> read_escape(TextBuilder& out, const char* quote);
    Result<uint32_t> read_unit(const char* escape);
    Result<Value> read_number();
    Result<Value> number_value(const char* begin, bool is_float);
    Result<Value> read_constant(const char* name, Value value);
    const char* skip_plain(const char* at) const;
    void skip_white_space() {
        while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
            m_at++;
    }
    bool is_next(char c) const { return m_at < m_end && *m_at == c; }
    bool take_word(std::string_view word);
    Raised fail(std::string_view message, const char* at);
    Result<void> check_depth(const char* what);

    VM& m_vm;
    Str& m_source;
    const ReadOptions& m_options;
    const char *m_begin, *m_at, *m_end;
    Str* m_keys[KEY_CACHE_SIZE] = {}; // on the native stack, where the collector sees them
};

} // namespace ouro::vm::json
