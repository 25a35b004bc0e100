// SPDX-License-Identifier: MIT
//
// OutputSink: a stream's bytes on their way to a host's function, or nowhere.
#pragma once

#include "ouro/runtime.hpp"
#include "stdlib/io/standard_streams.hpp"
#include "vm/result.hpp"

namespace ouro::detail {

class OutputSink final : public stdlib::ByteSink {
public:
    OutputSink(Realm& realm, Output::Function function) : m_realm(realm), m_function(std::move(function)) {}
    vm::Result<void> write(vm::VM& vm, std::string_view bytes) override;

private:
    Realm& m_realm;
    Output::Function m_function;
};

} // namespace ouro::detail
