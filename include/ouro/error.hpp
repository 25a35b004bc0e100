// SPDX-License-Identifier: MIT
//
// Script exceptions as C++ exceptions, and the other way round.
//
// Whatever a script raises and does not catch leaves the API as ouro::Error. What a host function throws becomes a
// script exception: Error the exception it carries (unharmed, when it came from a script), std::out_of_range
// IndexError, std::invalid_argument, std::domain_error and std::length_error ValueError, std::overflow_error
// OverflowError, std::bad_alloc MemoryError, std::system_error OSError, everything else RuntimeError.
#pragma once

#include <exception>
#include <memory>
#include <string>
#include <string_view>

namespace ouro {

class Value;

namespace detail {
struct ErrorState;
}

// An exception raised by a script. Cheap to copy. It may outlive its Runtime: the texts stay, value() becomes null.
// While the Runtime lives, it belongs to the Runtime's thread.
class Error : public std::exception {
public:
    // For host functions to throw: the builtin exception class of that name, with one argument. A name that is no
    // builtin exception raises RuntimeError "NAME: message".
    Error(std::string_view type_name, std::string_view message);
    // The exception instance `exception`, or an instance of that exception class. std::invalid_argument for other
    // values.
    explicit Error(const Value& exception);

    static Error type_error(std::string_view message) { return {"TypeError", message}; }
    static Error value_error(std::string_view message) { return {"ValueError", message}; }
    static Error index_error(std::string_view message) { return {"IndexError", message}; }
    static Error key_error(std::string_view message) { return {"KeyError", message}; }
    static Error runtime_error(std::string_view message) { return {"RuntimeError", message}; }

    // "ValueError", or "module.Name" for classes that are not builtin.
    const std::string& type_name() const noexcept;
    // str(exception)
    const std::string& message() const noexcept;
    // "ValueError: message"
    const char* what() const noexcept override;
    // What CPython prints for it when it is uncaught: traceback, causes and contexts, notes; ends in a newline.
    // Without a traceback before a script raised it.
    std::string traceback() const;
    // Is it an instance of the builtin exception class of that name? is("LookupError") for a KeyError.
    bool is(std::string_view builtin_type_name) const;
    // The exception object; null when the host made this Error and no script has seen it, or when its Runtime is gone.
    Value value() const;

protected:
    friend struct detail::ErrorState;
    explicit Error(std::shared_ptr<detail::ErrorState> state) : m_state(std::move(state)) {}

private:
    std::shared_ptr<detail::ErrorState> m_state;
};

// The script asked to exit: sys.exit() and its like.
class SystemExit : public Error {
public:
    // The exit status it asks for: its code where that is an int, 0 for None, else 1 (message() is the text to show).
    int status() const noexcept { return m_status; }

private:
    friend struct detail::ErrorState;
    SystemExit(std::shared_ptr<detail::ErrorState> state, int status) : Error(std::move(state)), m_status(status) {}
    int m_status;
};

} // namespace ouro
