// SPDX-License-Identifier: MIT
//
// A pickle to objects: what Unpickler.load does (Library Reference, pickle). The machine's stack is a vector; a mark
// fences what stands below it until it is taken away. Whatever the pickle says, the worst is an exception.
#pragma once

#include "stdlib/pickle/memo.hpp"
#include "stdlib/pickle/opcodes.hpp"
#include "stdlib/pickle/source.hpp"

#include <vector>

namespace ouro::stdlib {

// The options of an Unpickler.
struct ReadOptions {
    bool fix_imports = true;
    vm::Str *encoding, *errors;  // of the strings of Python 2; encoding "bytes" keeps them
    vm::Value find_class;        // empty: find_pickled_class
    vm::Value persistent_load;   // empty: there is none
    vm::Value buffers;           // an iterator, or empty
};

// Unpickler.find_class itself: imports, after mapping the names of Python 2 below protocol 3.
vm::Result<vm::Value> find_pickled_class(vm::VM& vm, vm::Str& module, vm::Str& name, int protocol, bool fix_imports);

class PickleReader {
public:
    // `protocol` is kept up to date: find_class asks for it.
    PickleReader(vm::VM& vm, PickleSource& source, ReadMemo& memo, const ReadOptions& options, int64_t& protocol)
        : m_vm(vm), m_source(source), m_memo(memo), m_options(options), m_protocol(protocol), m_stack(vm.heap) {}

    // One whole pickle. Raises UnpicklingError, EOFError, and what the classes raise that it names.
    vm::Result<vm::Value> load();

private:
    using Value = vm::Value;
    using Done = vm::Result<void>;
    using Handler = Done (PickleReader::*)();
    struct Handlers;

    // --- reader.cpp: the loop and the stack ---
    Done step(Op op);
    Done step_rare(Op op);
    vm::Raised error(std::string_view message);
    vm::Raised underflow();
    vm::Raised invalid(Op op);
    void push(Value value) { m_stack.items.push_back(value); }
    size_t fence() const { return m_marks.empty() ? 0 : m_marks.back(); }
    bool has(size_t count) const { return m_stack.items.size() >= fence() + count; }
    Value& top() { return m_stack.items.back(); }
    vm::Result<Value> pop();
    vm::Result<size_t> take_mark(); // where the items above it begin
    std::span<const Value> items_from(size_t start) const {
        return {m_stack.items.data() + start, m_stack.size() - start};
    }
    void cut(size_t size) { m_stack.items.resize(size); }
    Done pop_top();
    Done pop_mark();
    Done duplicate();

    // --- reader_values.cpp ---
    vm::Result<std::string> number_line(const char* kind);
    Done load_int_text();
    Done load_long_text();
    Done load_float_text();
    Done load_binfloat();
    Done load_long(unsigned count_octets);
    Done load_string_text();
    Done load_string(unsigned count_octets);
    Done load_unicode_text();
    Done load_unicode(unsigned count_octets);
    Done load_bytes(unsigned count_octets);
    Done load_bytearray();
    Done push_old_string(std::string_view octets);
    vm::Result<const char*> counted(unsigned count_octets, const char* what, size_t& count);
    Done load_next_buffer();
    Done load_readonly_buffer();

    // --- reader_containers.cpp ---
    Done load_tuple(size_t start);
    Done load_short_tuple(size_t count);
    Done load_list();
    Done load_dict();
    Done append_from(size_t start);
    Done load_append();
    Done load_appends();
    Done set_from(size_t start);
    Done load_setitem();
    Done load_setitems();
    Done load_additems();
    Done load_frozenset();

    // --- reader_objects.cpp ---
    vm::Result<Value> find_class(Value module, Value name);
    vm::Result<Value> class_from_lines();
    Done load_global();
    Done load_stack_global();
    Done load_extension(unsigned octets);
    Done load_inst();
    Done load_obj();
    vm::Result<Value> instantiate(Value cls, std::span<const Value> arguments);
    Done load_reduce();
    Done load_newobj();
    Done load_newobj_ex();
    vm::Result<Value> make_new(Value cls, Value arguments, Value keywords, const char* what);
    Done load_build();
    Done set_attributes(Value instance, Value state);
    Done load_persid();
    Done load_binpersid();
    Done push_persistent(Value id);

    // --- reader.cpp: the memo ---
    Done get(uint64_t number);
    Done put(uint64_t number);
    vm::Result<int64_t> number_line();
    Done load_get_text();
    Done load_put_text();
    Done load_proto();
    Done load_frame();

    vm::VM& m_vm;
    PickleSource& m_source;
    ReadMemo& m_memo;
    const ReadOptions& m_options;
    int64_t& m_protocol;
    vm::RootVector m_stack;
    std::vector<size_t> m_marks;
};

} // namespace ouro::stdlib
