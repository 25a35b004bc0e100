// SPDX-License-Identifier: MIT
//
// What the fuzz targets share. A target is one file that defines LLVMFuzzerTestOneInput. With clang and OURO_FUZZ
// libFuzzer drives it; everywhere else replay.cpp gives it the seeds, so that all targets are compiled and pass in
// every build.
#pragma once

#include "ouro/ouro.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace fuzz {

inline ouro::Options limited() {
    ouro::Options options;
    options.output = ouro::Output::discard();
    options.errors = ouro::Output::discard();
    options.memory_limit = 64 << 20;
    options.recursion_limit = 200;
    options.virtual_time = true;
    return options;
}

// A fault that no signal tells of: ends the process.
[[noreturn]] inline void fail(std::string_view what) {
    std::fprintf(stderr, "%.*s\n", int(what.size()), what.data());
    std::abort();
}

// Calls the function `check(data)` of a script with each input. What it must bear it catches itself; any other
// exception than MemoryError and RecursionError is a fault. The Runtime is made anew now and then, so that a run needs
// no more and more memory and still does not spend its time on that.
class Script {
public:
    explicit Script(std::string_view source) : m_source(source) {}

    void check(const uint8_t* data, size_t size) {
        if (m_uses++ % USES_OF_RUNTIME == 0) {
            m_runtime = std::make_unique<ouro::Runtime>(limited());
            m_runtime->run(m_source, "check.py");
        }
        auto bytes = reinterpret_cast<const std::byte*>(data);
        try {
            m_runtime->get("check")(std::vector<std::byte>(bytes, bytes + size));
        } catch (const ouro::Error& error) {
            if (error.type_name() != "MemoryError" && error.type_name() != "RecursionError")
                fail(error.what());
        }
    }

private:
    static constexpr unsigned USES_OF_RUNTIME = 1000;
    std::string m_source;
    std::unique_ptr<ouro::Runtime> m_runtime;
    unsigned m_uses = 0;
};

} // namespace fuzz
