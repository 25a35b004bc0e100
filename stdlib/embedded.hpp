// SPDX-License-Identifier: MIT
//
// The standard modules that are written in Python and carried inside the binary. The table itself is generated at build
// time by tools/embed_modules.cpp from every stdlib/**/*.py; it lies in read-only memory and is sorted by name.
// stdlib/typing/typing.py is `typing`, stdlib/collections/__init__.py the package `collections`,
// stdlib/collections/abc.py `collections.abc`.

#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace ouro::stdlib {

struct EmbeddedModule {
    std::string_view name;
    std::string_view text;
    bool is_package;
};

// All embedded modules, sorted by name.
std::span<const EmbeddedModule> embedded_modules();

// The module of that dotted name, or nullptr.
inline const EmbeddedModule* find_embedded_module(std::string_view name) {
    auto modules = embedded_modules();
    auto found = std::ranges::lower_bound(modules, name, {}, &EmbeddedModule::name);
    return found != modules.end() && found->name == name ? &*found : nullptr;
}

} // namespace ouro::stdlib
