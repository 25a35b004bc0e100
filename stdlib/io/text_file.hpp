// SPDX-License-Identifier: MIT
//
// io.TextIOWrapper: text over a file of bytes. What was decoded and not given out yet is a str; what was encoded and
// not handed down yet collects in `pending`. Reading and writing do not mix: writing forgets what was decoded.
//
// Over a native buffer one thread at a time reads or hands down (TextUse); adding to `pending` is atomic anyway. Over a
// script's buffer there is no lock: it may need the other thread to go on.
#pragma once

#include "stdlib/io/buffered.hpp"
#include "stdlib/io/text_decoder.hpp"

namespace ouro::stdlib {

extern const vm::NativeType text_file_type, newline_decoder_type;

struct TextFile : UnflushedFile {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    static constexpr const vm::NativeType& native_type = text_file_type;
    enum class State : uint8_t { New, Ready, Detached };
    static constexpr uint32_t FIRST_CHUNK_SIZE = 8192;

    vm::Value buffer;
    vm::Str* encoding; // as it was named
    vm::Str* errors;

    // --- Reading ---
    vm::Str* decoded; // what is given out next begins at its octet `decoded_at`
    // The octets that `decoded` was made of; null where they are the same as its text.
    vm::Bytes* snapshot;
    vm::Storage* pending;
    uint64_t decoded_at;
    TextDecoder decoder;
    TextDecoder snapshot_decoder; // as it was before

    // --- Writing ---
    uint32_t pending_used;
    uint32_t chunk_size; // how much is read at once, and how much collects in `pending`

    State state;
    vm::Encoding codec;
    Newline newline;
    bool has_snapshot; // tell() knows where `decoded` stands in the file
    bool readable, writable, seekable, has_read1;
    bool telling;      // no iteration is under way
    bool at_beginning; // of the encoder: a byte order mark is still to come
    bool line_buffering, write_through;

    std::string_view rest() const { return decoded->view().substr(decoded_at); }
    bool has_rest() const { return decoded && decoded_at < decoded->byte_length; }
    void forget_decoded() {
        decoded = nullptr;
        snapshot = nullptr;
        decoded_at = 0;
        has_snapshot = false;
    }
};

class TextUse {
public:
    TextUse(vm::VM& vm, TextFile& file) : m_use(vm, file.lock), m_file(file) {}
    vm::Result<void> begin() { return plain_buffered(m_file.buffer) ? m_use.begin(m_file) : vm::Result<void>(); }

private:
    FileUse m_use;
    TextFile& m_file;
};

// --- text_file.cpp ---

// The TextFile that `file` is, if writing to it can mean nothing but text_write. Null for everything else.
TextFile* plain_text_file(vm::Value file);
struct TextOptions {
    vm::Value encoding, errors, newline; // None where nothing was named
    bool line_buffering = false, write_through = false;
};
// TypeError "underlying read() should have returned a bytes-like object, not 'str'".
vm::Raised no_octets(vm::VM& vm, const char* method, vm::Value answer);
vm::Result<vm::Value> make_text_file(vm::VM& vm, vm::Value buffer, const TextOptions& options);
// ValueError when it was never initialized or is detached.
vm::Result<void> check_attached(vm::VM& vm, TextFile& self);
// The same, and when it is closed.
vm::Result<void> check_open(vm::VM& vm, TextFile& self);

// --- text_writing.cpp ---

vm::Result<void> text_write(vm::VM& vm, TextFile& self, vm::Str& text);
// Hands what is pending down to the buffer.
vm::Result<void> push_pending(vm::VM& vm, TextFile& self);
vm::Result<void> text_flush(vm::VM& vm, TextFile& self);
// Decides whether what is written next begins with a byte order mark, at the buffer's position.
vm::Result<void> begin_encoding(vm::VM& vm, TextFile& self);

// Methods.
vm::Result<int64_t> text_write_method(vm::VM& vm, TextFile& self, vm::Value text);
vm::Result<void> text_writelines(vm::VM& vm, TextFile& self, vm::Value lines);

// --- text_reading.cpp ---

vm::Result<vm::Value> text_read(vm::VM& vm, TextFile& self, vm::Value size);
vm::Result<vm::Value> text_readline(vm::VM& vm, TextFile& self, vm::Value size);
vm::Result<vm::Value> text_next(vm::VM& vm, vm::Object* object);
vm::Result<vm::Value> text_next_method(vm::VM& vm, TextFile& self);

// --- text_position.cpp ---

vm::Result<vm::Value> text_tell(vm::VM& vm, TextFile& self);
vm::Result<vm::Value> text_seek(vm::VM& vm, TextFile& self, vm::Value cookie, int64_t whence);
vm::Result<vm::Value> text_truncate(vm::VM& vm, TextFile& self, vm::Value position);

} // namespace ouro::stdlib
