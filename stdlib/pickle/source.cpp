// SPDX-License-Identifier: MIT
//
// Reading pickles from buffers and files.
#include "stdlib/pickle/source.hpp"

#include "stdlib/pickle/errors.hpp"
#include "vm/model/buffer.hpp"

#include <cstring>

namespace ouro::stdlib {

using namespace ouro::vm;

Raised PickleSource::truncated() { return raise_pickle_error(m_vm, "UnpicklingError", "pickle data was truncated"); }

Result<uint8_t> PickleSource::next_opcode() {
    if (!has_octet()) {
        auto filled = fill(1);
        if (filled.is_error()) {
            Value type = TRY(get_attribute(m_vm, TRY(m_vm.hooks.import_absolute(m_vm, "_pickle")), "UnpicklingError"));
            if (!TRY(exception_matches(m_vm, filled.exception(), type)))
                return filled.error();
            return m_vm.raise(ExceptionId::EOFError, "Ran out of input");
        }
    }
    return octet();
}

Result<Bytes*> PickleSource::octets_from(Value function, size_t count) {
    Value data = TRY(count ? call(m_vm, function, {Value::small_int(int64_t(count))}) : call(m_vm, function, {}));
    Bytes* octets = TRY(bytes_or_null(m_vm, data));
    if (!octets)
        return m_vm.type_error("a bytes-like object is required, not '{}'", m_vm.type_name(data));
    return octets;
}

Result<void> PickleSource::keep(std::string_view rest, std::string_view more) {
    Bytes* all = TRY(make_bytes_uninitialized(m_vm, rest.size() + more.size()));
    std::copy(rest.begin(), rest.end(), all->data());
    std::copy(more.begin(), more.end(), all->data() + rest.size());
    m_owner = all;
    m_at = all->data();
    m_end = m_at + all->length;
    m_peeked = nullptr;
    return {};
}

// The file catches up with what was used of what it showed; what was not is forgotten.
Result<void> PickleSource::skip_peeked() {
    if (!m_peeked)
        return {};
    size_t used = m_at > m_peeked ? size_t(m_at - m_peeked) : 0;
    m_end = std::max(m_peeked, m_at);
    if (m_at > m_peeked)
        m_end = m_at;
    m_peeked = nullptr;
    if (used)
        TRY(octets_from(m_file.read, used));
    return {};
}

// At least `count` octets at hand.
Result<void> PickleSource::fill(size_t count) {
    if (!m_file.read)
        return truncated();
    TRY(skip_peeked());
    while (size_t(m_end - m_at) < count) {
        size_t have = size_t(m_end - m_at); // more at a time the more has turned out to be there
        size_t wanted = std::min(count - have, std::max(have, FIRST_READ));
        Bytes* more = TRY(octets_from(m_file.read, wanted));
        if (more->length == 0)
            return truncated();
        TRY(keep({m_at, m_end}, more->view()));
    }
    if (!m_file.peek)
        return {};
    auto ahead = octets_from(m_file.peek, PEEKED);
    if (ahead.is_error()) {
        if (!is_exception_of(ahead.exception(), m_vm, ExceptionId::NotImplementedError))
            return ahead.error();
        m_file.peek = {}; // it has the method, but cannot do it
        return {};
    }
    size_t own = size_t(m_end - m_at);
    TRY(keep({m_at, m_end}, ahead.release()->view()));
    m_peeked = m_at + own;
    return {};
}

Result<std::string_view> PickleSource::line(size_t shortest) {
    auto end_of_line = [&] {
        return m_at ? static_cast<const char*>(std::memchr(m_at, '\n', size_t(m_end - m_at))) : nullptr;
    };
    const char* end = end_of_line();
    if (!end && m_file.read) {
        TRY(skip_peeked());
        TRY(keep({m_at, m_end}, TRY(octets_from(m_file.readline, 0))->view()));
        end = end_of_line();
    }
    if (!end || size_t(end - m_at) + 1 < shortest)
        return truncated();
    std::string_view text(m_at, end);
    m_at = end + 1;
    return text;
}

} // namespace ouro::stdlib
