// SPDX-License-Identifier: MIT
//
// The standard streams: sys.stdin, sys.stdout and sys.stderr are text files like any other (text_file.hpp), over the
// process's descriptors or over a function of the host. What is theirs alone: scripts may use them in a VM that is
// granted nothing, they are not written out when other files are looked at, and the owner of the VM flushes them at the
// end.
#pragma once

#include "stdlib/io/text_file.hpp"

namespace ouro::stdlib {

TextFile* make_standard_stream(vm::VM& vm, int fd, std::string_view name, bool writable, std::string_view errors,
                               bool line_buffered);
// A writable stream whose bytes go to `sink`.
TextFile* make_standard_stream(vm::VM& vm, ByteSink& sink, std::string_view name, std::string_view errors,
                               bool line_buffered);

// Is it open with something to be written?
bool holds_output(const TextFile& stream);
// Forgets what could not be written and would be tried again.
void discard_output(vm::VM& vm, TextFile& stream);

// Flushes sys.stdout and sys.stderr. False when output was lost; what was wrong is reported on stderr.
bool flush_standard_streams(vm::VM& vm);
// The same while a later flush is sure to come: what could not be written waits for that, which reports it.
void try_to_flush_standard_streams(vm::VM& vm);

} // namespace ouro::stdlib
