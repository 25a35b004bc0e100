// SPDX-License-Identifier: MIT
//
// TextBuilder: collects text of a length that a script chooses. Growth is checked against the VM's memory limit before
// it is made; what does not fit is dropped, and finish() raises MemoryError.
#pragma once

#include "vm/values/bytes.hpp"
#include "vm/values/str.hpp"
#include "vm/result.hpp"
#include "vm/text/utf8.hpp"
#include "vm/vm.hpp"

#include <new>
#include <string>
#include <string_view>

namespace ouro::vm {

class TextBuilder {
public:
    explicit TextBuilder(VM& vm) : m_vm(vm) {}

    void append(std::string_view text) {
        if (has_room(text.size()))
            m_text.append(text);
    }
    void append(size_t count, char character) {
        if (has_room(count))
            m_text.append(count, character);
    }
    void append(char character) {
        if (has_room(1))
            m_text += character;
    }
    void append_code_point(uint32_t code_point) {
        if (has_room(4))
            utf8_append(m_text, code_point);
    }
    bool failed() const { return m_failed; }
    size_t size() const { return m_text.size(); }
    std::string_view view() const { return m_text; }
    void clear() { m_text.clear(); }

    // The text as str. MemoryError when a part of it was dropped.
    Result<Str*> finish() {
        if (m_failed)
            return m_vm.memory_error();
        return make_str(m_vm, m_text);
    }
    Result<Bytes*> finish_bytes() {
        if (m_failed)
            return m_vm.memory_error();
        return make_bytes(m_vm, m_text);
    }

private:
    bool has_room(size_t more) {
        size_t needed = m_text.size() + more;
        return needed <= m_reserved ? true : reserve(needed, more);
    }
    bool reserve(size_t needed, size_t more) {
        if (m_failed || more > Str::MAX_BYTES || needed > Str::MAX_BYTES)
            return fail();
        if (needed < FIRST_CHECK)
            return true;
        size_t wanted = needed + needed / 2;
        if (m_vm.heap.reserve(wanted).is_error())
            return fail();
        m_reserved = wanted;
        try {
            m_text.reserve(wanted);
        } catch (const std::bad_alloc&) { // the system has less than the VM allows
            return fail();
        }
        return true;
    }
    bool fail() {
        m_failed = true;
        std::string().swap(m_text);
        m_reserved = 0;
        return false;
    }

    static constexpr size_t FIRST_CHECK = 1024;
    VM& m_vm;
    std::string m_text;
    size_t m_reserved = 0;
    bool m_failed = false;
};

} // namespace ouro::vm
