// SPDX-License-Identifier: MIT
//
// sub, subn and escape.
#include "stdlib/re/re_objects.hpp"
#include "vm/model/buffer.hpp"
#include "vm/values/text_builder.hpp"

#include <optional>

namespace ouro::vm::re {

namespace {

// One call of sub(): the pieces of the result are collected in order.
class Substitution {
public:
    Substitution(VM& vm, Pattern& pattern, const Subject& subject)
        : m_vm(vm), m_pattern(pattern), m_subject(subject), m_out(vm) {}

    Result<void> prepare(Value replacement);
    Result<int64_t> run(int64_t limit);
    Result<Value> finish(int64_t count);

private:
    Result<void> append_replacement();
    Result<void> append_result_of_call();
    void append_subject(size_t begin, size_t end) {
        if (begin < end) {
            m_out.append(m_subject.text.substr(begin, end - begin));
            m_item_count++;
        }
    }

    VM& m_vm;
    Pattern& m_pattern;
    const Subject& m_subject;
    TextBuilder m_out;
    Value m_function; // empty: the template is used
    Template m_template;
    size_t m_item_count = 0;         // of what CPython would join
    size_t m_bad_item = SIZE_MAX;    // the first that was no text, and its type
    std::string m_bad_type;
};

Result<void> Substitution::prepare(Value replacement) {
    if (is_callable(m_vm, replacement)) {
        m_function = replacement;
        return {};
    }
    Str* text = as<Str>(replacement);
    Bytes* octets = TRY(bytes_or_null(m_vm, replacement));
    std::string_view view = text ? text->view() : octets ? octets->view() : std::string_view();
    bool fits = m_subject.is_text ? text != nullptr : octets != nullptr;
    if (fits && view.find('\\') == view.npos)
        m_template.pieces.push_back({std::string(view), -1});
    else
        m_template = TRY(parse_template(m_vm, m_pattern, octets ? Value(octets) : replacement));
    return {};
}

// The function is called with the match; None stands for no text. A wrong result is reported at the end, as CPython's
// join does.
Result<void> Substitution::append_result_of_call() {
    Match* match = TRY(make_match(m_vm, m_pattern, m_subject));
    Value result = TRY(call(m_vm, m_function, {match}));
    if (result.is_none())
        return {};
    Str* text = as<Str>(result);
    Bytes* octets = TRY(served_bytes_or_null(m_vm, result));
    if (m_subject.is_text && text) {
        m_out.append(text->view());
    } else if (!m_subject.is_text && octets) {
        m_out.append(octets->view());
    } else if (m_bad_item == SIZE_MAX) {
        m_bad_item = m_item_count;
        m_bad_type = m_vm.type_name(result);
    }
    m_item_count++;
    return {};
}

Result<void> Substitution::append_replacement() {
    if (m_function)
        return append_result_of_call();
    const size_t* offsets = last_offsets(m_pattern);
    for (const Template::Piece& piece : m_template.pieces) {
        m_out.append(piece.literal);
        if (piece.group < 0)
            continue;
        const size_t* pair = offsets + 2 * size_t(piece.group);
        if (pair[0] != PCRE2_UNSET)
            m_out.append(m_subject.text.substr(pair[0], pair[1] - pair[0]));
    }
    return {};
}

Result<int64_t> Substitution::run(int64_t limit) {
    int64_t count = 0;
    size_t from = 0;
    bool not_empty = false;
    while (limit == 0 || count < limit) {
        if (!TRY(run_pattern(m_vm, m_pattern, Mode::Search, m_subject, from, not_empty)))
            break;
        size_t begin = last_offsets(m_pattern)[0], end = last_offsets(m_pattern)[1];
        append_subject(from, begin);
        TRY(append_replacement());
        if (m_out.failed())
            return m_vm.memory_error();
        from = end;
        not_empty = begin == end;
        count++;
    }
    append_subject(from, m_subject.text.size());
    return count;
}

Result<Value> Substitution::finish(int64_t count) {
    if (m_bad_item != SIZE_MAX)
        return m_vm.type_error("sequence item {}: expected {}, {} found", m_bad_item,
                               m_subject.is_text ? "str instance" : "a bytes-like object", m_bad_type);
    if (count == 0)
        return subject_part(m_vm, m_subject.object, 0, m_subject.text.size());
    if (m_subject.is_text)
        return TRY(m_out.finish());
    return TRY(m_out.finish_bytes());
}

} // namespace

Result<Substituted> substitute(VM& vm, Pattern& pattern, Value replacement, Value string, int64_t limit) {
    Subject subject = TRY(make_subject(vm, pattern, string, 0, INT64_MAX));
    std::optional<Buffer> held; // over the calls of a function
    if (!subject.is_text)
        held.emplace(TRY(Buffer::of(vm, string)));
    Substitution substitution(vm, pattern, subject);
    TRY(substitution.prepare(replacement));
    int64_t count = TRY(substitution.run(limit));
    return Substituted{TRY(substitution.finish(count)), count};
}

} // namespace ouro::vm::re
