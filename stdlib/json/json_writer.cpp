// SPDX-License-Identifier: MIT
//
// The JSON writer: recursive, guarded against deep nesting and circles.
#include "stdlib/json/json_writer.hpp"

#include "vm/values/float.hpp"
#include "vm/text/utf8.hpp"
#include "vm/objects/list/sort.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace ouro::vm::json {

// --- Strings -------------------------------------------------------------------------------------------------------

static void append_unit(TextBuilder& out, uint32_t unit) {
    static constexpr char HEX_DIGITS[] = "0123456789abcdef";
    char escape[] = {'\\', 'u', HEX_DIGITS[unit >> 12 & 15], HEX_DIGITS[unit >> 8 & 15], HEX_DIGITS[unit >> 4 & 15],
                     HEX_DIGITS[unit & 15]};
    out.append({escape, sizeof escape});
}

static void append_escaped(TextBuilder& out, uint32_t c) {
    switch (c) {
    case '"': out.append("\\\""); return;
    case '\\': out.append("\\\\"); return;
    case '\n': out.append("\\n"); return;
    case '\r': out.append("\\r"); return;
    case '\t': out.append("\\t"); return;
    case '\b': out.append("\\b"); return;
    case '\f': out.append("\\f"); return;
    default: break;
    }
    if (c >= 0x10000) {
        append_unit(out, 0xD800 + ((c - 0x10000) >> 10));
        append_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
    } else {
        append_unit(out, c);
    }
}

void Writer::write_string(std::string_view text) {
    bool ascii = m_options.ensure_ascii;
    auto is_plain = [ascii](char c) {
        return uint8_t(c) >= 0x20 && c != '"' && c != '\\' && (!ascii || (uint8_t(c) < 0x7F));
    };
    m_out.append('"');
    const char* at = text.data();
    for (const char* end = at + text.size(); at < end;) {
        const char* from = at;
        while (at < end && is_plain(*at))
            at++;
        m_out.append({from, size_t(at - from)});
        if (at < end)
            append_escaped(m_out, utf8_next(at));
    }
    m_out.append('"');
}

// --- Numbers -------------------------------------------------------------------------------------------------------

Result<void> Writer::write_float(double number) {
    if (std::isfinite(number)) {
        m_out.append(float_repr(number));
        return {};
    }
    if (!m_options.allow_nan)
        return m_vm.value_error("Out of range float values are not JSON compliant: {}", float_repr(number));
    m_out.append(std::isnan(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
    return {};
}

Result<void> Writer::write_number(Value value) {
    if (value.is_small_int()) {
        char digits[24];
        auto [end, error] = std::to_chars(digits, std::end(digits), value.small_int());
        m_out.append({digits, size_t(end - digits)});
        return {};
    }
    if (is_float(value))
        return write_float(float_number(value));
    m_out.append(TRY(int_to_text(m_vm, value, 10)));
    return {};
}

// --- Circles and lines ---------------------------------------------------------------------------------------------

Result<void> Writer::enter(Object* container) {
    if (m_vm.check_native_stack().is_error())
        return m_vm.recursion_error("maximum recursion depth exceeded while encoding a JSON object");
    if (m_out.failed())
        return m_vm.memory_error();
    if (!m_options.check_circular)
        return {};
    size_t searched = std::min(m_open.size(), SEARCHED_LINEARLY);
    if (std::find(m_open.begin(), m_open.begin() + ptrdiff_t(searched), container) !=
            m_open.begin() + ptrdiff_t(searched) ||
        m_open_set.contains(container))
        return m_vm.value_error("Circular reference detected");
    if (m_open.size() >= SEARCHED_LINEARLY)
        m_open_set.insert(container);
    m_open.push_back(container);
    return {};
}

void Writer::leave(Object* container) {
    if (!m_options.check_circular)
        return;
    m_open.pop_back();
    if (m_open.size() >= SEARCHED_LINEARLY)
        m_open_set.erase(container);
}

void Writer::new_line(size_t depth) {
    if (!m_options.indent)
        return;
    m_out.append('\n');
    for (size_t i = 0; i < depth; i++)
        m_out.append(*m_options.indent);
}

// --- Containers ----------------------------------------------------------------------------------------------------

Result<void> Writer::write_list(Value value) {
    Value items = as_exact<List>(value) || as_exact<Tuple>(value) ? value : Value(TRY(list_from(m_vm, value)));
    List* list = as<List>(items);
    Tuple* tuple = as<Tuple>(items);
    auto size = [&] { return list ? list->size() : tuple->size(); };
    if (size() == 0) {
        m_out.append("[]");
        return {};
    }
    TRY(enter(value.object()));
    m_out.append('[');
    m_depth++;
    for (size_t i = 0; i < size(); i++) { // a default function may change the list meanwhile
        if (i > 0)
            m_out.append(m_options.item_separator);
        new_line(m_depth);
        TRY(write(list ? (*list)[i] : (*tuple)[i]));
    }
    new_line(--m_depth);
    m_out.append(']');
    leave(value.object());
    return {};
}

// False when the key is to be left out.
Result<bool> Writer::write_key(Value key) {
    if (Str* text = as<Str>(key)) {
        write_string(text->view());
        return true;
    }
    if (key.is_none() || key.is_bool()) {
        m_out.append(key.is_none() ? "\"null\"" : key.is_true() ? "\"true\"" : "\"false\"");
        return true;
    }
    if (is_int(key) || is_float(key)) {
        m_out.append('"');
        TRY(write_number(key));
        m_out.append('"');
        return true;
    }
    return m_vm.type_error("keys must be str, int, float, bool or None, not {}", m_vm.type_name(key));
}

Result<void> Writer::write_member(Value key, Value value, bool& first) {
    bool known = as<Str>(key) || key.is_none() || key.is_bool() || is_int(key) || is_float(key);
    if (!known && m_options.skip_keys)
        return {};
    if (!first)
        m_out.append(m_options.item_separator);
    first = false;
    new_line(m_depth);
    TRY(write_key(key));
    m_out.append(m_options.key_separator);
    return write(value);
}

// The pairs in the order of their keys, or of a mapping that is no exact dict.
Result<void> Writer::write_dict_items(Value mapping) {
    List* pairs = make_list(m_vm);
    TRY(list_extend(m_vm, *pairs, TRY(call_method(m_vm, mapping, m_vm.names.items, {}))));
    if (m_options.sort_keys)
        TRY(list_sort(m_vm, *pairs, Value(), false));
    bool first = true;
    for (size_t i = 0; i < pairs->size(); i++) {
        Tuple* pair = as<Tuple>((*pairs)[i]);
        if (!pair || pair->size() != 2)
            return m_vm.value_error("items must return 2-tuples");
        TRY(write_member((*pair)[0], (*pair)[1], first));
    }
    return {};
}

Result<void> Writer::write_dict(Value value) {
    auto* dict = as<Dict>(value);
    if (dict->size() == 0) {
        m_out.append("{}");
        return {};
    }
    TRY(enter(dict));
    m_out.append('{');
    m_depth++;
    if (m_options.sort_keys || !dict->is_exact()) {
        TRY(write_dict_items(value));
    } else {
        bool first = true;
        for (uint32_t i = 0; i < dict->entry_count; i++) { // a default function may change the dict meanwhile
            DictEntry entry = dict->begin()[i];
            if (entry.key)
                TRY(write_member(entry.key, entry.value, first));
        }
    }
    new_line(--m_depth);
    m_out.append('}');
    leave(dict);
    return {};
}

// --- Values --------------------------------------------------------------------------------------------------------

// What JSON has no form for: the default function gives a value in its place.
Result<void> Writer::write_other(Value value) {
    if (!value.is_object()) {
        TRY(m_vm.check_native_stack());
        return write(TRY(call(m_vm, m_options.default_function, {value})));
    }
    TRY(enter(value.object()));
    TRY(write(TRY(call(m_vm, m_options.default_function, {value}))));
    leave(value.object());
    return {};
}

Result<void> Writer::write(Value value) {
    if (Str* text = as<Str>(value)) {
        write_string(text->view());
        return {};
    }
    if (value.is_none() || value.is_bool()) {
        m_out.append(value.is_none() ? "null" : value.is_true() ? "true" : "false");
        return {};
    }
    if (is_int(value) || is_float(value))
        return write_number(value);
    if (as<Dict>(value))
        return write_dict(value);
    if (as<List>(value) || as<Tuple>(value))
        return write_list(value);
    return write_other(value);
}

} // namespace ouro::vm::json
