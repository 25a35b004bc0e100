// SPDX-License-Identifier: MIT
//
// Fuzz target: a line with flags, a line with a pattern, and the rest as what is searched, as text and as bytes. What
// matches is consistent: the parts that split() gives and what finditer() finds make up the subject.
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static fuzz::Script script(R"(
import re

def use(pattern, subject, flags):
    try:
        program = re.compile(pattern, flags)
    except (re.error, ValueError, OverflowError):
        return
    try:
        end = 0
        for found in program.finditer(subject):
            assert subject[found.start():found.end()] == found[0], (pattern, subject)
            assert found.start() >= end or found.start() == found.end(), (pattern, subject)
            end = found.end()
            found.groups(), found.groupdict(), found.lastgroup
        program.match(subject), program.fullmatch(subject), program.split(subject, 3)
        assert program.sub(lambda found: found[0], subject) == subject, (pattern, subject)
    except RuntimeError:  # takes too long
        return
    try:
        program.sub(pattern, subject[:20])
    except (re.error, RuntimeError, IndexError, ValueError):
        pass

def check(data):
    first, _, rest = data.partition(b"\n")
    pattern, _, subject = rest.partition(b"\n")
    letters = {b"i": re.I, b"m": re.M, b"s": re.S, b"x": re.X, b"a": re.A}
    flags = sum(flag for letter, flag in letters.items() if letter in first)
    use(pattern.decode("utf-8", "replace"), subject.decode("utf-8", "replace"), flags)
    use(pattern, subject, flags)
)");
    script.check(data, size);
    return 0;
}
