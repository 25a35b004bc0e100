// SPDX-License-Identifier: MIT
//
// Gives a fuzz target the files of the folders that the command line names, each whole and cut at several places: the
// main program of the targets where there is no libFuzzer.
#include "fuzz.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

int main(int argc, char** argv) {
    size_t count = 0;
    for (int i = 1; i < argc; ++i) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i])) {
            if (!entry.is_regular_file())
                continue;
            std::ifstream file(entry.path(), std::ios::binary);
            std::string text((std::istreambuf_iterator<char>(file)), {});
            auto data = reinterpret_cast<const uint8_t*>(text.data());
            for (size_t part = 0; part <= 4; ++part, ++count)
                LLVMFuzzerTestOneInput(data, text.size() * part / 4);
        }
    }
    std::printf("%zu inputs\n", count);
    return count ? 0 : 1;
}
