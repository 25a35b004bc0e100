// SPDX-License-Identifier: MIT
//
// The machine that pickles are programs for: its loop, stack, marks and memo.
#include "stdlib/pickle/reader.hpp"

#include "stdlib/pickle/errors.hpp"
#include "vm/values/int.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

Raised PickleReader::error(std::string_view message) { return raise_pickle_error(m_vm, "UnpicklingError", message); }

Raised PickleReader::underflow() {
    return error(m_marks.empty() ? "unpickling stack underflow" : "unexpected MARK found");
}

Raised PickleReader::invalid(Op op) {
    auto octet = uint8_t(op);
    if (octet >= 0x20 && octet <= 0x7e && octet != '\'' && octet != '\\')
        return error(fmt::format("invalid load key, '{}'.", char(octet)));
    return error(fmt::format("invalid load key, '\\x{:02x}'.", octet));
}

// --- The stack -----------------------------------------------------------------------------------------------------

Result<Value> PickleReader::pop() {
    if (!has(1))
        return underflow();
    Value value = top();
    m_stack.items.pop_back();
    return value;
}

Result<size_t> PickleReader::take_mark() {
    if (m_marks.empty())
        return error("could not find MARK");
    size_t start = m_marks.back();
    m_marks.pop_back();
    return start;
}

// A mark that is on top counts as an item here.
Result<void> PickleReader::pop_top() {
    if (!m_marks.empty() && m_marks.back() == m_stack.size()) {
        m_marks.pop_back();
        return {};
    }
    TRY(pop());
    return {};
}

Result<void> PickleReader::pop_mark() {
    cut(TRY(take_mark()));
    return {};
}

Result<void> PickleReader::duplicate() {
    if (!has(1))
        return underflow();
    push(Value(top()));
    return {};
}

// --- The memo ------------------------------------------------------------------------------------------------------

Result<void> PickleReader::get(uint64_t number) {
    Value value = TRY(m_memo.find(m_vm, number));
    if (!value)
        return error(fmt::format("Memo value not found at index {}", int64_t(number)));
    push(value);
    return {};
}

Result<void> PickleReader::put(uint64_t number) {
    if (!has(1))
        return underflow();
    return m_memo.put(m_vm, number, top());
}

Result<int64_t> PickleReader::number_line() {
    std::string text(TRY(m_source.line(1)));
    Value number = TRY(int_from_text(m_vm, text + "\n", 10));
    if (std::optional<int64_t> small = to_int64(number))
        return *small;
    return m_vm.overflow_error("Python int too large to convert to C ssize_t");
}

Result<void> PickleReader::load_get_text() { return get(uint64_t(TRY(number_line()))); }

Result<void> PickleReader::load_put_text() {
    if (!has(1))
        return underflow();
    int64_t number = TRY(number_line());
    return number < 0 ? m_vm.value_error("negative PUT argument") : put(uint64_t(number));
}

// --- The pickle ----------------------------------------------------------------------------------------------------

Result<void> PickleReader::load_proto() {
    uint64_t protocol = TRY(m_source.number(1));
    if (protocol > HIGHEST_PROTOCOL)
        return m_vm.value_error("unsupported pickle protocol: {}", protocol);
    m_protocol = int64_t(protocol);
    return {};
}

// What it says of the length is of use for reading only.
Result<void> PickleReader::load_frame() {
    uint64_t length = TRY(m_source.number(8));
    if (length > uint64_t(INT64_MAX))
        return m_vm.overflow_error("FRAME length exceeds system's maximum of {} bytes", INT64_MAX);
    return m_source.look_ahead(size_t(length));
}

Result<Value> PickleReader::load() {
    for (;;) {
        auto op = Op(m_source.has_octet() ? m_source.octet() : TRY(m_source.next_opcode()));
        if (op == Op::Stop)
            break;
        TRY(step(op));
    }
    Value result = TRY(pop());
    TRY(m_source.finish());
    return result;
}

// The instructions of which pickles of this day consist.
Result<void> PickleReader::step(Op op) {
    switch (op) {
    case Op::BinInt1: push(Value::small_int(int64_t(TRY(m_source.number(1))))); return {};
    case Op::BinInt2: push(Value::small_int(int64_t(TRY(m_source.number(2))))); return {};
    case Op::BinInt: push(Value::small_int(int32_t(TRY(m_source.number(4))))); return {};
    case Op::BinFloat: return load_binfloat();
    case Op::ShortBinUnicode: return load_unicode(1);
    case Op::BinUnicode: return load_unicode(4);
    case Op::Memoize: return put(m_memo.count);
    case Op::BinGet: return get(TRY(m_source.number(1)));
    case Op::LongBinGet: return get(TRY(m_source.number(4)));
    case Op::BinPut: return put(TRY(m_source.number(1)));
    case Op::LongBinPut: return put(TRY(m_source.number(4)));
    case Op::None: push(Value::none()); return {};
    case Op::NewTrue: push(Value::boolean(true)); return {};
    case Op::NewFalse: push(Value::boolean(false)); return {};
    case Op::Mark: m_marks.push_back(m_stack.size()); return {};
    case Op::EmptyDict: push(make_dict(m_vm)); return {};
    case Op::EmptyList: push(make_list(m_vm)); return {};
    case Op::EmptyTuple: push(make_tuple(m_vm, 0)); return {};
    case Op::EmptySet: push(make_set(m_vm)); return {};
    case Op::Tuple1: return load_short_tuple(1);
    case Op::Tuple2: return load_short_tuple(2);
    case Op::Tuple3: return load_short_tuple(3);
    case Op::Tuple: return load_tuple(TRY(take_mark()));
    case Op::Append: return load_append();
    case Op::Appends: return load_appends();
    case Op::SetItem: return load_setitem();
    case Op::SetItems: return load_setitems();
    case Op::NewObj: return load_newobj();
    case Op::Build: return load_build();
    case Op::Reduce: return load_reduce();
    case Op::StackGlobal: return load_stack_global();
    case Op::Global: return load_global();
    default: return step_rare(op);
    }
}

Result<void> PickleReader::step_rare(Op op) {
    switch (op) {
    case Op::Proto: return load_proto();
    case Op::Frame: return load_frame();
    case Op::Long1: return load_long(1);
    case Op::Long4: return load_long(4);
    case Op::BinUnicode8: return load_unicode(8);
    case Op::ShortBinBytes: return load_bytes(1);
    case Op::BinBytes: return load_bytes(4);
    case Op::BinBytes8: return load_bytes(8);
    case Op::ByteArray8: return load_bytearray();
    case Op::NextBuffer: return load_next_buffer();
    case Op::ReadonlyBuffer: return load_readonly_buffer();
    case Op::Int: return load_int_text();
    case Op::Long: return load_long_text();
    case Op::Float: return load_float_text();
    case Op::String: return load_string_text();
    case Op::BinString: return load_string(4);
    case Op::ShortBinString: return load_string(1);
    case Op::Unicode: return load_unicode_text();
    case Op::List: return load_list();
    case Op::Dict: return load_dict();
    case Op::AddItems: return load_additems();
    case Op::FrozenSet: return load_frozenset();
    case Op::Inst: return load_inst();
    case Op::Obj: return load_obj();
    case Op::NewObjEx: return load_newobj_ex();
    case Op::Ext1: return load_extension(1);
    case Op::Ext2: return load_extension(2);
    case Op::Ext4: return load_extension(4);
    case Op::PersId: return load_persid();
    case Op::BinPersId: return load_binpersid();
    case Op::Pop: return pop_top();
    case Op::PopMark: return pop_mark();
    case Op::Dup: return duplicate();
    case Op::Get: return load_get_text();
    case Op::Put: return load_put_text();
    default: return invalid(op);
    }
}

} // namespace ouro::stdlib
