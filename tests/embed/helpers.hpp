// SPDX-License-Identifier: MIT
//
// What the tests of the embedding API share.
#pragma once

#include <catch2/catch.hpp>
#include <ouro/ouro.hpp>

#include <optional>
#include <string>

// A Runtime whose output is collected.
struct Captured {
    std::string out, err;
    ouro::Runtime runtime;

    explicit Captured(ouro::Options options = {}) : runtime(with_output(std::move(options))) {}

private:
    ouro::Options with_output(ouro::Options options) {
        options.output = ouro::Output::function([this](std::string_view text) { out += text; });
        options.errors = ouro::Output::function([this](std::string_view text) { err += text; });
        return options;
    }
};

// The Error that `function` throws.
template <class F>
ouro::Error error_of(F&& function) {
    try {
        function();
    } catch (const ouro::Error& error) {
        return error;
    }
    FAIL("no ouro::Error was thrown");
    return ouro::Error("AssertionError", "unreachable");
}

// Runs the source; the Error it ends with.
inline ouro::Error error_of(ouro::Runtime& runtime, std::string_view source) {
    return error_of([&] { runtime.run(source); });
}
