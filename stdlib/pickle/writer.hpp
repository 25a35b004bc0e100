// SPDX-License-Identifier: MIT
//
// Objects to a pickle: what Pickler.dump does (Library Reference, pickle). The octets are those of CPython, since
// pickles are compared and kept.
#pragma once

#include "stdlib/pickle/errors.hpp"
#include "stdlib/pickle/memo.hpp"
#include "stdlib/pickle/output.hpp"

namespace ouro::stdlib {

// The options of a Pickler; functions are empty where there is none.
struct WriteOptions {
    int protocol = DEFAULT_PROTOCOL;
    bool fix_imports = true; // names of Python 2 below protocol 3
    bool fast = false;       // no memo
    vm::Value persistent_id, reducer_override, dispatch_table, buffer_callback;
};

// What __reduce__ returns (Library Reference, "object.__reduce__()"): empty for what is None or absent.
struct Reduction {
    vm::Value callable, state, list_items, dict_items, state_setter;
    vm::Tuple* arguments = nullptr;
};

class PickleWriter {
public:
    PickleWriter(vm::VM& vm, WriteMemo& memo, const WriteOptions& options, vm::Value write)
        : m_vm(vm), m_memo(memo), m_options(options), m_out(vm, write) {}

    // One whole pickle. Raises PicklingError and what the objects' methods raise.
    vm::Result<void> dump(vm::Value value);
    vm::Result<vm::Bytes*> finish() { return m_out.finish(); }

private:
    using Value = vm::Value;
    using Done = vm::Result<void>;

    bool is_binary() const { return m_options.protocol > 0; }
    bool has(int protocol) const { return m_options.protocol >= protocol; }

    // --- writer.cpp: values and the memo ---
    Done save(Value value);       // or its persistent id
    Done save_value(Value value);
    vm::Result<bool> save_persistent(Value value);
    Done memoize(Value value);
    bool save_known(Value value); // by its number; false when it has none
    void put_get(uint32_t number);
    void save_bool(bool value);
    void save_int(int64_t value);
    Done save_big(Value value);
    void save_float(double number);
    Done save_text(vm::Str& text);
    void put_escaped_text(std::string_view utf8);
    Done save_bytes(vm::Bytes& bytes, Value owner);
    Done save_old_bytes(std::string_view octets, Value owner);
    Done save_bytearray(std::string_view octets, Value owner);
    Done save_buffer(Value value);
    Done save_object(Value value);
    Done save_new_object(Value value);

    // --- writer_containers.cpp ---
    Done save_tuple(vm::Tuple& tuple);
    Done save_tuple_items(vm::Tuple& tuple);
    Done save_list(vm::List& list);
    Done save_list_batches(vm::List& list);
    Done save_dict(vm::Dict& dict);
    Done save_dict_batches(vm::Dict& dict);
    Done save_pair(Value key, Value value, Value owner);
    Done save_set(vm::Set& set);
    Done save_frozenset(vm::Set& set);
    Done save_elements(vm::Set& set);
    Done append_items(Value iterator, Value owner);
    Done set_items(Value iterator, Value owner);

    // --- writer_globals.cpp ---
    Done save_type(Value type);
    Done save_global(Value value, vm::Str* name);
    vm::Result<vm::Str*> module_of(Value value, vm::Str& name);
    Done check_found(Value value, vm::Str& module, vm::Str& name);
    vm::Result<bool> save_extension(vm::Str& module, vm::Str& name);
    Done put_global(vm::Str& module, vm::Str& name);
    Done save_dotted_global(vm::Str& module, std::string_view name);

    // --- writer_reduce.cpp ---
    vm::Result<Value> reduced(Value value, bool& is_global);
    vm::Result<Value> registered_reducer(vm::Type* type);
    vm::Result<bool> is_plain(vm::Object* object);
    Done save_plain(vm::Object* object);
    Done save_plain_state(vm::Object* object);
    Done save_reduced(Value reduction, Value value);
    vm::Result<Reduction> checked(Value reduction);
    Done save_reduction(const Reduction& reduction, Value value);
    Done check_class(Value cls, Value value, const char* function);
    Done save_new(const Reduction& reduction, Value value);
    Done save_new_with_keywords(const Reduction& reduction, Value value);
    Done save_constructor(const Reduction& reduction, Value value);
    Done save_state(const Reduction& reduction, Value value);

    // Saves a part of `owner`; an error gets the note "when serializing OWNER WHAT". `describe` gives WHAT.
    template <class Describe>
    Done save_part(Value part, Value owner, Describe&& describe) {
        Done done = save(part);
        if (done.is_error()) [[unlikely]]
            return noted(done.error(), owner, describe());
        return done;
    }
    Done save_part(Value part, Value owner, const char* what) {
        return save_part(part, owner, [what] { return std::string(what); });
    }
    vm::Raised noted(vm::Raised error, Value owner, std::string_view what);
    vm::Raised pickling_error(std::string_view message);
    Done check_depth();

    static constexpr size_t KNOWN_SHAPES = 64;
    vm::VM& m_vm;
    WriteMemo& m_memo;
    const WriteOptions& m_options;
    PickleOutput m_out;
    uint32_t m_plain_shapes[KNOWN_SHAPES] = {}; // ids of shapes whose instances were found to be plain
    std::vector<vm::Object*> m_fast_path; // without a memo: the containers that are being saved, to find cycles
};

} // namespace ouro::stdlib
