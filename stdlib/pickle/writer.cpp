// SPDX-License-Identifier: MIT
//
// Values that are pickled as such: numbers, text, octets; the memo; and who is asked about all others.
#include "stdlib/pickle/writer.hpp"

#include "stdlib/pickle/pickle_buffer.hpp"
#include "vm/model/bytearray.hpp"
#include "vm/model/class.hpp"
#include "vm/objects/codecs/codec.hpp"
#include "vm/text/utf8.hpp"
#include "vm/values/float.hpp"

#include <algorithm>
#include <bit>

namespace ouro::stdlib {

using namespace ouro::vm;

// --- Errors --------------------------------------------------------------------------------------------------------

Raised PickleWriter::pickling_error(std::string_view message) {
    return raise_pickle_error(m_vm, "PicklingError", message);
}

Raised PickleWriter::noted(Raised error, Value owner, std::string_view what) {
    std::string note = fmt::format("when serializing {} {}", shown_type_name(m_vm, m_vm.type_of(owner)), what);
    auto text = make_str_lossy(m_vm, note);
    if (text.is_error())
        return text.error();
    // Where the stack is used up there may be no room for notes; the error itself is what counts.
    auto added = call_method(m_vm, error.exception, "add_note", {text.release()});
    bool is_lost = added.is_error() && !is_exception_of(added.exception(), m_vm, ExceptionId::RecursionError);
    return is_lost ? added.error() : error;
}

Result<void> PickleWriter::check_depth() {
    if (m_vm.check_native_stack().is_error())
        return m_vm.recursion_error("maximum recursion depth exceeded while pickling an object");
    return {};
}

// --- The memo ------------------------------------------------------------------------------------------------------

Result<void> PickleWriter::memoize(Value value) {
    if (m_options.fast)
        return {};
    size_t number = m_memo.size();
    if (value)
        TRY(m_memo.add(m_vm, value));
    else
        TRY(m_memo.skip(m_vm));
    if (has(4))
        m_out.put(Op::Memoize);
    else if (!is_binary())
        m_out.append(fmt::format("p{}\n", number));
    else if (number < 256)
        m_out.put(Op::BinPut, number, 1);
    else
        m_out.put(Op::LongBinPut, number, 4);
    return {};
}

void PickleWriter::put_get(uint32_t number) {
    if (!is_binary())
        m_out.append(fmt::format("g{}\n", number));
    else if (number < 256)
        m_out.put(Op::BinGet, number, 1);
    else
        m_out.put(Op::LongBinGet, number, 4);
}

bool PickleWriter::save_known(Value value) {
    uint32_t number = m_memo.find(value);
    if (number == WriteMemo::NOT_FOUND)
        return false;
    put_get(number);
    return true;
}

// --- Numbers -------------------------------------------------------------------------------------------------------

void PickleWriter::save_bool(bool value) {
    if (has(2))
        m_out.put(value ? Op::NewTrue : Op::NewFalse);
    else
        m_out.append(value ? "I01\n" : "I00\n");
}

void PickleWriter::save_int(int64_t value) {
    if (!is_binary())
        m_out.append(fmt::format("I{}\n", value));
    else if (value >= 0 && value <= 0xff)
        m_out.put(Op::BinInt1, uint64_t(value), 1);
    else if (value >= 0 && value <= 0xffff)
        m_out.put(Op::BinInt2, uint64_t(value), 2);
    else
        m_out.put(Op::BinInt, uint64_t(value), 4);
}

// An int of more than 32 bits: its digits, or its two's complement in as few octets as it needs.
Result<void> PickleWriter::save_big(Value value) {
    if (!has(2)) {
        Str* digits = TRY(int_repr(m_vm, value));
        m_out.append(fmt::format("L{}L\n", digits->view()));
        return {};
    }
    size_t size = int_bit_length(value) / 8 + 1;
    TRY(m_vm.heap.reserve(size));
    std::string octets(size, '\0');
    TRY(int_to_octets(m_vm, value, octets.data(), size, true, true));
    if (octets[size - 1] == '\xff' && octets[size - 2] < 0) // the sign stands in the octet before, too
        octets.pop_back();
    if (octets.size() < 256)
        m_out.put(Op::Long1, octets.size(), 1);
    else if (octets.size() <= size_t(INT32_MAX))
        m_out.put(Op::Long4, octets.size(), 4);
    else
        return m_vm.overflow_error("int too large to pickle");
    m_out.append(octets);
    return {};
}

void PickleWriter::save_float(double number) {
    if (is_binary())
        m_out.put(Op::BinFloat, __builtin_bswap64(canonical_bits(number)), 8);
    else
        m_out.append(fmt::format("F{}\n", float_repr(number)));
}

// --- Text ----------------------------------------------------------------------------------------------------------

// Latin-1 as it is, all else and what would end the line as \uXXXX and \UXXXXXXXX (codec raw_unicode_escape).
void PickleWriter::put_escaped_text(std::string_view utf8) {
    m_out.put(Op::Unicode);
    const char* at = utf8.data();
    while (at < utf8.data() + utf8.size()) {
        uint32_t c = utf8_next(at);
        if (c > 0xffff)
            m_out.append(fmt::format("\\U{:08x}", c));
        else if (c > 0xff || c == '\\' || c == '\0' || c == '\n' || c == '\r' || c == 0x1a)
            m_out.append(fmt::format("\\u{:04x}", c));
        else
            m_out.put(Op(c));
    }
    m_out.append("\n");
}

Result<void> PickleWriter::save_text(Str& text) {
    std::string_view utf8 = text.view();
    if (!is_binary()) {
        put_escaped_text(utf8);
    } else if (utf8.size() <= 0xff && has(4)) {
        m_out.put_short(Op::ShortBinUnicode, utf8);
    } else {
        bool is_large = utf8.size() >= PickleOutput::FULL_FRAME;
        Value octets = is_large ? Value(TRY(make_bytes(m_vm, utf8))) : Value();
        TRY(m_out.put_payload(Op::BinUnicode, 4, utf8, octets)); // a str has less than 2**32 octets
    }
    return memoize(&text);
}

// --- Octets --------------------------------------------------------------------------------------------------------

// Before protocol 3 there were no bytes: they are made by a call.
Result<void> PickleWriter::save_old_bytes(std::string_view octets, Value owner) {
    Reduction reduction;
    if (octets.empty()) {
        reduction.callable = m_vm.types.bytes;
        reduction.arguments = make_tuple(m_vm, 0);
    } else {
        Str* latin1 = TRY(decode_octets(m_vm, octets, "latin-1", "strict"));
        Value codecs = TRY(m_vm.hooks.import_absolute(m_vm, "_codecs"));
        reduction.callable = TRY(get_attribute(m_vm, codecs, "encode"));
        reduction.arguments = make_tuple(m_vm, {latin1, intern(m_vm, "latin1")});
    }
    return save_reduction(reduction, owner);
}

Result<void> PickleWriter::save_bytes(Bytes& bytes, Value owner) {
    if (!has(3))
        return save_old_bytes(bytes.view(), owner);
    std::string_view octets = bytes.view();
    if (octets.size() <= 0xff) {
        m_out.put_short(Op::ShortBinBytes, octets);
    } else if (octets.size() <= 0xffffffffu) {
        TRY(m_out.put_payload(Op::BinBytes, 4, octets, &bytes));
    } else if (has(4)) {
        TRY(m_out.put_payload(Op::BinBytes8, 8, octets, &bytes));
    } else {
        return m_vm.overflow_error("serializing a bytes object larger than 4 GiB requires pickle protocol 4 or higher");
    }
    return memoize(owner);
}

Result<void> PickleWriter::save_bytearray(std::string_view octets, Value owner) {
    if (has(5)) {
        TRY(m_out.put_payload(Op::ByteArray8, 8, octets, {}));
        return memoize(owner);
    }
    Reduction reduction;
    reduction.callable = m_vm.native(bytearray_type);
    reduction.arguments = make_tuple(m_vm, 0);
    if (!octets.empty()) {
        Value copy = TRY(make_bytes(m_vm, octets));
        reduction.arguments = make_tuple(m_vm, {copy});
    }
    return save_reduction(reduction, owner);
}

// A PickleBuffer: octets within the pickle, or what the reader will be given beside it (PEP 574).
Result<void> PickleWriter::save_buffer(Value value) {
    if (!has(5))
        return pickling_error("PickleBuffer can only be pickled with protocol >= 5");
    bool is_within = true;
    BufferView view = TRY(pickle_buffer_view(m_vm, value));
    if (!view.data && view.length)
        return pickling_error("PickleBuffer can not be pickled when pointing to a non-contiguous buffer");
    if (m_options.buffer_callback)
        is_within = TRY(truth(m_vm, TRY(call(m_vm, m_options.buffer_callback, {value}))));
    if (!is_within) {
        m_out.put(Op::NextBuffer);
        if (view.readonly)
            m_out.put(Op::ReadonlyBuffer);
        return {};
    }
    if (!view.readonly)
        return save_bytearray(view.octets(), value);
    return save_bytes(*TRY(make_bytes(m_vm, view.octets())), value);
}

// --- Any value -----------------------------------------------------------------------------------------------------

Result<bool> PickleWriter::save_persistent(Value value) {
    Value id = TRY(call(m_vm, m_options.persistent_id, {value}));
    if (id.is_none())
        return false;
    if (is_binary()) {
        TRY(save_value(id)); // has no id itself
        m_out.put(Op::BinPersId);
        return true;
    }
    Str* text = TRY(str(m_vm, id));
    if (!text->is_ascii())
        return pickling_error("persistent IDs in protocol 0 must be ASCII strings");
    m_out.append(fmt::format("P{}\n", text->view()));
    return true;
}

Result<void> PickleWriter::save(Value value) {
    if (m_options.persistent_id) [[unlikely]] {
        TRY(m_out.boundary());
        if (TRY(save_persistent(value)))
            return {};
    }
    return save_value(value);
}

Result<void> PickleWriter::save_value(Value value) {
    TRY(m_out.boundary());
    if (value.is_small_int()) {
        int64_t integer = value.small_int();
        if (integer == int32_t(integer))
            save_int(integer);
        else
            return save_big(value);
        return {};
    }
    if (value.is_none() || value.is_bool() || value.is_double()) {
        if (value.is_none())
            m_out.put(Op::None);
        else if (value.is_bool())
            save_bool(value.is_true());
        else
            save_float(value.number());
        return {};
    }
    if (as_exact<BigInt>(value))
        return save_big(value);
    if (save_known(value))
        return {};
    if (Str* text = as_exact<Str>(value))
        return save_text(*text);
    if (Bytes* bytes = as_exact<Bytes>(value))
        return save_bytes(*bytes, value);
    TRY(check_depth());
    return save_object(value);
}

// Without a memo, what contains itself would be written without end: it is looked for once nesting is suspicious.
Result<void> PickleWriter::save_object(Value value) {
    static constexpr size_t SUSPICIOUS_DEPTH = 50;
    if (!m_options.fast || !value.is_object())
        return save_new_object(value);
    Object* object = value.object();
    if (m_fast_path.size() > SUSPICIOUS_DEPTH && std::ranges::count(m_fast_path, object))
        return m_vm.value_error("fast mode: can't pickle cyclic objects including object type {} at {:#x}",
                                m_vm.type_name(value), uintptr_t(value.bits()));
    m_fast_path.push_back(object);
    Result<void> done = save_new_object(value);
    m_fast_path.pop_back();
    return done;
}

Result<void> PickleWriter::save_new_object(Value value) {
    if (Tuple* tuple = as_exact<Tuple>(value); tuple && tuple->type() == m_vm.types.tuple)
        return save_tuple(*tuple);
    if (List* list = as_exact<List>(value); list && list->type() == m_vm.types.list)
        return save_list(*list);
    if (Dict* dict = as_exact<Dict>(value); dict && dict->type() == m_vm.types.dict)
        return save_dict(*dict);
    if (Set* set = as_exact<Set>(value))
        return set->is_frozen() ? save_frozenset(*set) : save_set(*set);
    if (ByteArray* array = as_bytearray(value); array && array->type() == m_vm.native(bytearray_type))
        return save_bytearray(array->view(), value);
    if (detail::is_instance_of_native(value, pickle_buffer_type))
        return save_buffer(value);
    bool is_global = false;
    Value reduction = TRY(reduced(value, is_global));
    if (is_global)
        return value.is_object() && as<Type>(value) ? save_type(value) : save_global(value, nullptr);
    if (!reduction) // was saved
        return {};
    if (Str* name = as<Str>(reduction))
        return save_global(value, name);
    return save_reduced(reduction, value);
}

Result<void> PickleWriter::dump(Value value) {
    if (has(2))
        m_out.put(Op::Proto, uint64_t(m_options.protocol), 1);
    if (has(4))
        m_out.begin_frames();
    TRY(save(value));
    m_out.put(Op::Stop);
    return m_out.end();
}

} // namespace ouro::stdlib
