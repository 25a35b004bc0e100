// SPDX-License-Identifier: MIT
//
// What the tests of the embedding API share.
#pragma once

#include <catch2/catch.hpp>
#include <ouro/ouro.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

// A folder that is removed again.
struct TemporaryFolder {
    std::filesystem::path path;
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "ouro-embed-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()));
        path = name;
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path); }
    void write(const std::string& name, const std::string& text) {
        std::filesystem::create_directories((path / name).parent_path());
        std::ofstream(path / name) << text;
    }
};

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
