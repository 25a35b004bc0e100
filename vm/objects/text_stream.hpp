// SPDX-License-Identifier: MIT
//
// The standard streams: sys.stdin, sys.stdout, sys.stderr as text files over file descriptors, and the bytes below them
// (`sys.stdout.buffer`).
//
// Text collects in the text stream and moves on to the byte stream when there is much of it, when it is flushed, and at
// the end of a line where the stream is line-buffered; so bytes written directly come out before unflushed text, as in
// CPython. The owner of the VM calls flush_standard_streams at the end.
//
// Reading and writing give up the VM. One thread at a time works on a byte stream (StreamUse), and a buffer that is
// being written out is taken out of its stream meanwhile, so what others write goes into a new one: nothing is lost
// or doubled.
#pragma once

#include "vm/heap.hpp"
#include "vm/object.hpp"

#include <atomic>
#include <string_view>

namespace ouro::vm {

struct Str;
struct Thread;

// Takes the bytes of a stream in place of a file descriptor. It outlives the stream.
class ByteSink {
public:
    virtual Result<void> write(VM& vm, std::string_view bytes) = 0;

protected:
    ~ByteSink() = default;
};

struct ByteStream : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType& native_type;
    Str* name;
    Storage* output;   // CAPACITY bytes, null while unused
    Storage* input;    // CAPACITY bytes, null while unused
    uint32_t output_used;
    uint32_t input_start, input_end; // unread part of the input
    ByteSink* sink; // null: the file descriptor
    Thread* user;   // that reads or writes now, and may have given up the VM for it; or null
    std::atomic<uint32_t> releases; // how often there was no user any more: others wait for it to change
    int32_t fd;     // -1 with a sink
    bool writable, closed, at_end;
    static constexpr uint32_t CAPACITY = 8192;
};

struct TextStream : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType& native_type;
    ByteStream* bytes;
    Str* errors;
    Storage* pending; // CAPACITY bytes of encoded text, null while unused
    uint32_t pending_used;
    bool line_buffered, write_through;
    static constexpr uint32_t CAPACITY = 8192;
};

TextStream* make_text_stream(VM& vm, int fd, std::string_view name, bool writable, std::string_view errors,
                             bool line_buffered);
// A writable stream whose bytes go to `sink`.
TextStream* make_text_stream(VM& vm, ByteSink& sink, std::string_view name, std::string_view errors,
                             bool line_buffered);
// Buffers valid UTF-8. Raises OSError, ValueError when the stream is closed.
Result<void> text_stream_write(VM& vm, TextStream& stream, std::string_view text);
// Encodes and buffers any str: lone surrogates go to the stream's error handler.
Result<void> text_stream_write(VM& vm, TextStream& stream, Str& text);
Result<void> text_stream_flush(VM& vm, TextStream& stream);
// The next line with its newline, empty at the end. Line ends are translated to '\n'.
Result<Value> text_stream_readline(VM& vm, TextStream& stream, int64_t limit);

// io.UnsupportedOperation: an OSError and a ValueError.
Type* unsupported_operation(VM& vm);

// Forgets what could not be written and would be tried again.
void text_stream_discard(TextStream& stream);

// Flushes sys.stdout and sys.stderr. False when output was lost; what was wrong is reported on stderr.
bool flush_standard_streams(VM& vm);
// The same while a later flush is sure to come: what could not be written waits for that, which reports it.
void try_to_flush_standard_streams(VM& vm);

extern const NativeType byte_stream_type, text_stream_type;

} // namespace ouro::vm
