// SPDX-License-Identifier: MIT
//
// TextDecoder: octets of a text file to text, piece by piece. It keeps what a piece ended in the middle of: a
// character, or a line end.
#pragma once

#include "stdlib/io/newlines.hpp"

#include "vm/objects/codecs/codec.hpp"

#include <cstring>

namespace ouro::stdlib {

// The text with its line ends as the reader wants them, piece by piece.
struct NewlineTranslation {
    bool is_universal;   // all line ends are known; else text passes as it is
    bool translates;     // and become '\n'
    bool pending_return; // the last piece ended in '\r', which is given out with what follows
    uint8_t seen;

    bool changes(std::string_view text) const {
        return is_universal && (pending_return || (!text.empty() && memchr(text.data(), '\r', text.size())));
    }
    // What is to be given out of `text`; with `final`, nothing more will come.
    std::string apply(std::string_view text, bool final);
    // Notes line ends of text that apply() would not change.
    void note(std::string_view text) {
        if (is_universal && !(seen & SEEN_LINE_FEED) && !text.empty() && memchr(text.data(), '\n', text.size()))
            seen |= SEEN_LINE_FEED;
    }
};

struct TextDecoder {
    vm::Encoding encoding;
    bool at_start;   // before the byte order mark of an encoding that begins with one
    bool big_endian; // as the mark said
    uint8_t tail_size;
    char tail[7]; // the beginning of a character
    NewlineTranslation newlines;

    void begin(vm::Encoding encoding, Newline newline);
    void reset();
    // The text of the next octets. `is_identity`: they are its UTF-8, and the decoder's state is the same as before.
    vm::Result<vm::Str*> decode(vm::VM& vm, std::string_view octets, std::string_view errors, bool final,
                                bool& is_identity);
    std::string_view held() const { return {tail, tail_size}; }

    // The state besides the held octets as a number, which is part of what tell() gives.
    uint32_t flags() const;
    // At that state, nothing held.
    void set_flags(uint32_t flags);

private:
    vm::Result<vm::Str*> decode_slowly(vm::VM& vm, std::string_view octets, std::string_view errors, bool final);
    vm::Result<bool> take_mark(vm::VM& vm, std::string_view& octets, bool final);
    vm::Result<vm::Str*> finish(vm::VM& vm, vm::Str* text, bool final);
};

} // namespace ouro::stdlib
