// SPDX-License-Identifier: MIT
//
// The text is copied: the function may run scripts, which print into the stream's buffer.
#include "api/output.hpp"

#include "api/error.hpp"

namespace ouro::detail {

vm::Result<void> OutputSink::write(vm::VM&, std::string_view bytes) {
    if (!m_function)
        return {};
    try {
        m_function(std::string(bytes));
        return {};
    } catch (...) {
        return raise_current(m_realm);
    }
}

} // namespace ouro::detail
