// SPDX-License-Identifier: MIT
//
// Module: a module that the host makes, importable by the scripts of its Runtime.
#pragma once

#include "ouro/function.hpp"
#include "ouro/value.hpp"

#include <string_view>
#include <utility>

namespace ouro {

// A handle: cheap to copy, belongs to the Runtime's thread, may outlive the Runtime like any Value.
class Module {
public:
    // Adds a function. `signature` is written as in a def statement; scripts may call by position and by name as it
    // says, defaults are Python expressions, annotations document. The number of parameters must be the C++
    // function's.
    //
    //     module.def("spawn(kind: str, x=0.0, y=0.0, *, team=None) -> int",
    //                [](std::string_view kind, double x, double y, std::optional<int> team) { ... });
    //
    // The function is kept until no script can reach it, at most until the Runtime ends. Throws Error: SyntaxError
    // for the signature, TypeError when the parameters do not fit. Returns *this.
    template <class F>
    Module& def(std::string_view signature, F&& function, std::string_view doc = {}) {
        auto bound = detail::bind(std::forward<F>(function));
        add_function(signature, std::move(bound), detail::parameter_count<F>, doc);
        return *this;
    }
    // module.name = value. Returns *this.
    template <class T>
    Module& set(std::string_view name, const T& value) {
        m_module.set_attr(name, value);
        return *this;
    }
    // AttributeError when there is none.
    Value get(std::string_view name) const { return m_module.attr(name); }
    // The module object.
    const Value& value() const noexcept { return m_module; }

private:
    friend class Runtime;
    explicit Module(Value module) : m_module(std::move(module)) {}
    void add_function(std::string_view signature, std::unique_ptr<detail::HostFunction> function, size_t parameters,
                      std::string_view doc);

    Value m_module;
};

} // namespace ouro
