// SPDX-License-Identifier: MIT
//
// The border for errors: script exceptions as C++ exceptions, and back. No C++ exception may pass a frame of the
// engine, and no Raised leaves the API.
#pragma once

#include "ouro/error.hpp"
#include "ouro/function.hpp"
#include "ouro/value.hpp"
#include "vm/model/exception.hpp"
#include "vm/result.hpp"

#include <memory>
#include <optional>
#include <string>

namespace ouro::detail {

// Behind an Error: the exception object and the texts that outlive it.
struct ErrorState {
    std::string type_name, message, what;
    std::string traceback_text; // made when asked for, or when the Runtime ends
    Value exception;            // null when no script has seen it, or when the Runtime is gone
    Realm* realm = nullptr;     // null with a null exception
    std::optional<vm::ExceptionId> builtin; // the nearest builtin class
    Links<ErrorState> links;

    ErrorState() = default;
    ErrorState(const ErrorState&) = delete;
    ErrorState& operator=(const ErrorState&) = delete;
    ~ErrorState();

    // The state of an exception of `realm`; may be used for one of the host's making once a script has seen it.
    void adopt(Realm& realm, vm::Exception* exception);
    void format();
    void detach() noexcept; // from a Runtime that ends
    static Error make_error(std::shared_ptr<ErrorState> state) { return Error(std::move(state)); }
    static SystemExit make_exit(std::shared_ptr<ErrorState> state, int status) { return {std::move(state), status}; }
    static ErrorState& of(const Error& error) { return *error.m_state; }
    // The exception to raise in `realm` for `error`.
    static vm::Exception* exception_for(Realm& realm, const Error& error);
};

// Throws `exception` as Error or SystemExit.
[[noreturn]] void throw_exception(Realm& realm, vm::Exception* exception);
// The C++ exception being handled, as the script's exception.
vm::Raised raise_current(Realm& realm);

} // namespace ouro::detail
