// SPDX-License-Identifier: MIT
#include "stdlib/os/process_arguments.hpp"

#include "stdlib/os/descriptors.hpp"
#include "vm/model/buffer.hpp"

namespace ouro::stdlib {

using namespace vm;

char** CStrings::pointers() {
    m_pointers.clear();
    for (std::string& text : m_texts)
        m_pointers.push_back(text.data());
    m_pointers.push_back(nullptr);
    return m_pointers.data();
}

Result<CStrings> c_strings(VM& vm, Value sequence) {
    CStrings strings;
    TRY(for_each(vm, sequence, [&](Value item) -> Result<void> {
        Bytes* bytes = as<Bytes>(item);
        if (!bytes)
            return vm.type_error("expected bytes, not {}", vm.type_name(item));
        if (bytes->view().find('\0') != std::string_view::npos)
            return vm.value_error("embedded null byte");
        TRY(vm.heap.reserve(bytes->length));
        strings.add(bytes->view());
        return {};
    }));
    return strings;
}

Result<void> check_processes(VM& vm) {
    return vm.grants ? Result<void>(refuse_access(vm, "processes")) : Result<void>();
}

} // namespace ouro::stdlib
