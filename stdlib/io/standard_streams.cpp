// SPDX-License-Identifier: MIT
//
// The standard streams.
#include "stdlib/io/standard_streams.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

static TextFile* make_stream(VM& vm, FileIO& raw, std::string_view name, bool writable, std::string_view errors,
                             bool line_buffered) {
    raw.is_open = raw.is_standard = true;
    raw.closefd = false; // the descriptor belongs to the process
    raw.reads = !writable;
    raw.writes = writable;
    raw.seekable = 0; // it is shared with others
    // When memory runs out right at the start, the stream goes without a name.
    (void)set_attribute(vm, &raw, intern(vm, "name"), make_short_str(vm, name));
    // The layers themselves cannot fail: the files are new, the encoding is known.
    const NativeType& type = writable ? buffered_writer_type : buffered_reader_type;
    Value buffer = MUST(make_buffered(vm, type, &raw, STANDARD_BUFFER_SIZE));
    Value made = MUST(make_text_file(vm, buffer,
                                     {.encoding = make_short_str(vm, "utf-8"), .errors = make_short_str(vm, errors),
                                      .newline = Value::none(), .line_buffering = line_buffered}));
    (void)set_attribute(vm, made, intern(vm, "mode"), make_short_str(vm, writable ? "w" : "r"));
    auto* stream = static_cast<TextFile*>(made.object());
    auto* bytes = static_cast<Buffered*>(buffer.object());
    stream->is_never_listed = bytes->is_never_listed = true;
    stream->lock.is_reentrant = bytes->lock.is_reentrant = raw.sink; // the host's function may run scripts that print
    return stream;
}

TextFile* make_standard_stream(VM& vm, int fd, std::string_view name, bool writable, std::string_view errors,
                               bool line_buffered) {
    auto* raw = static_cast<FileIO*>(allocate_unwatched_instance(vm, vm.native(file_io_type))); // nothing to close
    raw->fd = fd;
    return make_stream(vm, *raw, name, writable, errors, line_buffered);
}

TextFile* make_standard_stream(VM& vm, ByteSink& sink, std::string_view name, std::string_view errors,
                               bool line_buffered) {
    auto* raw = static_cast<FileIO*>(allocate_unwatched_instance(vm, vm.native(file_io_type))); // nothing to close
    raw->fd = -1;
    raw->sink = &sink;
    return make_stream(vm, *raw, name, true, errors, line_buffered);
}

static FileIO* raw_below(const TextFile& stream) {
    Buffered* buffer = plain_buffered(stream.buffer);
    return buffer ? plain_file(buffer->raw) : nullptr;
}

bool holds_output(const TextFile& stream) {
    FileIO* raw = raw_below(stream);
    return raw && raw->is_open && (stream.pending_used || plain_buffered(stream.buffer)->holds_output);
}

void discard_output(VM& vm, TextFile& stream) {
    stream.pending_used = 0;
    if (Buffered* buffer = plain_buffered(stream.buffer); buffer && buffer->holds_output)
        hold_nothing(vm, *buffer);
}

// --- At the end ------------------------------------------------------------------------------------------------------

static Value stream_of(VM& vm, Str* name) {
    DictEntry* entry = vm.sys ? dict_find(*vm.sys->dict, name) : nullptr;
    return entry ? entry->value : Value();
}

static Result<void> flush_stream(VM& vm, Value stream) {
    TextFile* native = plain_text_file(stream);
    FileIO* raw = native ? raw_below(*native) : nullptr;
    if (stream.is_empty() || stream.is_none() || (raw && !raw->is_open) ||
        (native && native->state == TextFile::State::Detached))
        return {};
    TRY(call_method(vm, stream, vm.names.flush, {}));
    return {};
}

bool flush_standard_streams(VM& vm) {
    Value out = stream_of(vm, vm.names.stdout_);
    auto flushed = flush_stream(vm, out);
    if (flushed.is_error()) {
        // A reader that has gone is no news (`ouro job.py | head`).
        if (!is_exception_of(flushed.exception(), vm, ExceptionId::BrokenPipeError))
            vm.report_unraisable(flushed.exception(), repr_text(vm, out));
        if (TextFile* native = plain_text_file(out))
            discard_output(vm, *native);
    }
    (void)flush_stream(vm, stream_of(vm, vm.names.stderr_));
    return !flushed.is_error();
}

void try_to_flush_standard_streams(VM& vm) {
    (void)flush_stream(vm, stream_of(vm, vm.names.stdout_));
    (void)flush_stream(vm, stream_of(vm, vm.names.stderr_));
}

} // namespace ouro::stdlib
