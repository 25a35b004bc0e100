// SPDX-License-Identifier: MIT
//
// str: case conversions and the is...() tests. ASCII text takes short loops; the rest asks vm/text/unicode.hpp.
#include "vm/objects/str/str_members.hpp"
#include "vm/values/text_builder.hpp"
#include "vm/text/unicode.hpp"
#include "vm/model/core.hpp"

namespace ouro::vm {

// --- ASCII ---------------------------------------------------------------------------------------------------------

static char ascii_lower(char c) { return uint8_t(c - 'A') < 26 ? char(c + 32) : c; }
static char ascii_upper(char c) { return uint8_t(c - 'a') < 26 ? char(c - 32) : c; }
static bool is_ascii_letter(char c) { return uint8_t((c | 0x20) - 'a') < 26; }

static constexpr uint64_t ONES = 0x0101010101010101ull;

// In each byte of `word`, all ASCII: 0x20 where it lies between `first` and `last`. Sums of two numbers below 128 do
// not carry into the next byte, so the highest bit of each is the answer of a comparison.
static uint64_t case_bits(uint64_t word, char first, char last) {
    uint64_t not_below = word + ONES * uint64_t(0x80 - first), above = word + ONES * uint64_t(0x7F - last);
    return (not_below & ~above & ONES * 0x80) >> 2;
}

struct LowerMap {
    static uint64_t map(uint64_t word) { return word ^ case_bits(word, 'A', 'Z'); }
};
struct UpperMap {
    static uint64_t map(uint64_t word) { return word ^ case_bits(word, 'a', 'z'); }
};
struct SwapMap {
    static uint64_t map(uint64_t word) { return word ^ case_bits(word, 'a', 'z') ^ case_bits(word, 'A', 'Z'); }
};

// The ASCII text with its letters mapped, eight at a time.
template <class Map>
static Result<Str*> map_ascii(VM& vm, Str& self) {
    if (self.byte_length <= 1)
        return self.byte_length == 0 ? vm.names.empty : make_char(vm, uint32_t(Map::map(uint8_t(self.data()[0]))));
    char* out;
    Str* result = TRY(make_ascii_str(vm, self.byte_length, out));
    const char* in = self.data();
    size_t i = 0;
    for (; i + 8 <= self.byte_length; i += 8) {
        uint64_t word;
        memcpy(&word, in + i, 8);
        word = Map::map(word);
        memcpy(out + i, &word, 8);
    }
    for (; i < self.byte_length; i++)
        out[i] = char(Map::map(uint8_t(in[i])));
    return result;
}

// The ASCII text with map(character) for each.
template <class Map>
static Result<Str*> map_ascii_singly(VM& vm, Str& self, Map map) {
    if (self.byte_length <= 1)
        return self.byte_length == 0 ? vm.names.empty : make_char(vm, uint8_t(map(self.data()[0])));
    char* out;
    Str* result = TRY(make_ascii_str(vm, self.byte_length, out));
    const char* in = self.data();
    for (size_t i = 0; i < self.byte_length; i++)
        out[i] = map(in[i]);
    return result;
}

// --- Unicode -------------------------------------------------------------------------------------------------------

using Mapping = unsigned (*)(uint32_t code_point, char* out);

// What a mapping gives, collected in a piece of the native stack before it goes to the builder.
class MappedText {
public:
    explicit MappedText(VM& vm) : m_out(vm) {}

    void append(uint32_t c) {
        make_room();
        m_end += utf8_encode(c, m_end);
    }
    void append(Mapping map, uint32_t c) {
        make_room();
        m_end += map(c, m_end);
    }
    // Takes over the characters at `at`, mapped, up to one of which the quick mapping Quick knows nothing.
    template <class Quick>
    void append_quick(const char*& at, const char* end) {
        while (at < end) {
            make_room();
            char* out = m_end;
            const char* limit = m_bytes + sizeof m_bytes - unicode::LONGEST_MAPPING;
            const char* from = at;
            while (at < end && out <= limit && Quick::map(at, out)) {
            }
            m_end = out;
            if (at == from)
                return;
        }
    }
    Result<Str*> finish() {
        flush();
        return m_out.finish();
    }

private:
    void make_room() {
        if (m_end > m_bytes + sizeof m_bytes - unicode::LONGEST_MAPPING) [[unlikely]]
            flush();
    }
    void flush() {
        m_out.append({m_bytes, size_t(m_end - m_bytes)});
        m_end = m_bytes;
    }

    TextBuilder m_out;
    char* m_end = m_bytes;
    char m_bytes[768];
};

// The letters of the commonest alphabets by arithmetic: ASCII, Latin-1 and the main rows of Cyrillic. Both
// cases of each take two rows of 32, one behind the other.
template <bool to_lower>
struct QuickCase {
    static bool map(const char*& at, char*& out) {
        uint8_t lead = uint8_t(*at);
        if (lead < 0x80) {
            *out++ = char((to_lower ? LowerMap::map(lead) : UpperMap::map(lead)));
            at++;
            return true;
        }
        if (lead != 0xC3 && lead != 0xD0 && lead != 0xD1)
            return false;
        uint32_t c = (lead & 0x1Fu) << 6 | (uint8_t(at[1]) & 0x3Fu);
        if (!map_letter(c))
            return false;
        at += 2;
        out[0] = char(0xC0 | c >> 6);
        out[1] = char(0x80 | (c & 0x3F));
        out += 2;
        return true;
    }

private:
    // The sharp s, y with diaeresis (whose capital is not in the row) and the signs between the letters are left out.
    static bool map_letter(uint32_t& c) {
        if (c - 0x410 < 0x40)
            c = to_lower ? (c < 0x430 ? c + 32 : c) : (c < 0x430 ? c : c - 32);
        else if (c - 0xC0 < 0x3F && c != 0xD7 && c != 0xDF && c != 0xF7)
            c = to_lower ? c | 0x20 : c & ~0x20u;
        else
            return false;
        return true;
    }
};

// The same to lower case for letters alone.
struct QuickLetter {
    static bool map(const char*& at, char*& out) {
        if (!(*at & 0x80) && !is_ascii_letter(*at))
            return false;
        return QuickCase<true>::map(at, out);
    }
};

// The final form of sigma stands behind a cased letter and not before one; case-ignorable characters are skipped on
// both sides (Unicode, SpecialCasing: Final_Sigma). `at` is behind the sigma.
static bool is_final_sigma(std::string_view text, const char* at) {
    const char* begin = text.data();
    const char* end = begin + text.size();
    bool cased_before = false;
    for (const char* before = at - 2; before > begin;) {
        uint32_t c = utf8_previous(before);
        if (unicode::is_case_ignorable(c))
            continue;
        cased_before = unicode::is_cased(c);
        break;
    }
    if (!cased_before)
        return false;
    while (at < end) {
        uint32_t c = utf8_next(at);
        if (!unicode::is_case_ignorable(c))
            return !unicode::is_cased(c);
    }
    return true;
}

static constexpr uint32_t CAPITAL_SIGMA = 0x3A3, SMALL_SIGMA = 0x3C3, FINAL_SIGMA = 0x3C2;

static void append_lower_at(MappedText& out, std::string_view text, uint32_t c, const char* behind) {
    if (c == CAPITAL_SIGMA)
        out.append(is_final_sigma(text, behind) ? FINAL_SIGMA : SMALL_SIGMA);
    else
        out.append(unicode::put_lower, c);
}

Result<Str*> str_lower(VM& vm, Str& self) {
    if (self.is_ascii())
        return map_ascii<LowerMap>(vm, self);
    MappedText out(vm);
    const char* at = self.data();
    for (const char* end = at + self.byte_length; at < end;) {
        uint32_t c = utf8_next(at);
        append_lower_at(out, self.view(), c, at);
        out.append_quick<QuickCase<true>>(at, end);
    }
    return out.finish();
}

Result<Str*> str_upper(VM& vm, Str& self) {
    if (self.is_ascii())
        return map_ascii<UpperMap>(vm, self);
    MappedText out(vm);
    const char* at = self.data();
    for (const char* end = at + self.byte_length; at < end;) {
        uint32_t c = utf8_next(at);
        out.append(unicode::put_upper, c);
        out.append_quick<QuickCase<false>>(at, end);
    }
    return out.finish();
}

Result<Str*> str_casefold(VM& vm, Str& self) {
    if (self.is_ascii())
        return map_ascii<LowerMap>(vm, self);
    MappedText out(vm);
    const char* at = self.data();
    for (const char* end = at + self.byte_length; at < end;)
        out.append(unicode::put_folded, utf8_next(at));
    return out.finish();
}

Result<Str*> str_swapcase(VM& vm, Str& self) {
    if (self.is_ascii())
        return map_ascii<SwapMap>(vm, self);
    MappedText out(vm);
    const char* at = self.data();
    for (const char* end = at + self.byte_length; at < end;) {
        uint32_t c = utf8_next(at);
        if (unicode::is_upper(c))
            append_lower_at(out, self.view(), c, at);
        else if (unicode::is_lower(c))
            out.append(unicode::put_upper, c);
        else
            out.append(c);
    }
    return out.finish();
}

Result<Str*> str_capitalize(VM& vm, Str& self) {
    if (self.is_ascii()) {
        bool first = true;
        return map_ascii_singly(vm, self, [&first](char c) {
            char mapped = first ? ascii_upper(c) : ascii_lower(c);
            first = false;
            return mapped;
        });
    }
    MappedText out(vm);
    const char* at = self.data();
    const char* end = at + self.byte_length;
    out.append(unicode::put_title, utf8_next(at));
    while (at < end) {
        uint32_t c = utf8_next(at);
        append_lower_at(out, self.view(), c, at);
    }
    return out.finish();
}

Result<Str*> str_title(VM& vm, Str& self) {
    bool in_word = false;
    if (self.is_ascii()) {
        return map_ascii_singly(vm, self, [&in_word](char c) {
            char mapped = in_word ? ascii_lower(c) : ascii_upper(c);
            in_word = is_ascii_letter(c);
            return mapped;
        });
    }
    MappedText out(vm);
    const char* at = self.data();
    for (const char* end = at + self.byte_length; at < end;) {
        // The rest of a word whose letters are known to the quick mapping, which are all cased; other characters end
        // it.
        if (in_word)
            out.append_quick<QuickLetter>(at, end);
        if (at == end)
            break;
        uint32_t c = utf8_next(at);
        if (in_word)
            append_lower_at(out, self.view(), c, at);
        else
            out.append(unicode::put_title, c);
        in_word = unicode::is_cased(c);
    }
    return out.finish();
}

// --- Tests ---------------------------------------------------------------------------------------------------------

template <class Test>
static bool all_of(Str& self, Test test) {
    const char* at = self.data();
    for (const char* end = at + self.byte_length; at < end;) {
        if (!test(utf8_next(at)))
            return false;
    }
    return true;
}

static bool is_every(Str& self, bool (*test)(uint32_t)) { return self.byte_length > 0 && all_of(self, test); }

bool str_isalnum(Str& self) { return is_every(self, unicode::is_alnum); }
bool str_isalpha(Str& self) { return is_every(self, unicode::is_alpha); }
bool str_isdecimal(Str& self) { return is_every(self, unicode::is_decimal); }
bool str_isdigit(Str& self) { return is_every(self, unicode::is_digit); }
bool str_isnumeric(Str& self) { return is_every(self, unicode::is_numeric); }
bool str_isspace(Str& self) { return is_every(self, unicode::is_space); }
bool str_isprintable(Str& self) { return all_of(self, unicode::is_printable); }
bool str_isascii(Str& self) { return self.is_ascii(); }
bool str_isidentifier(Str& self) { return unicode::is_identifier(self.view()); }

// True when some character is in the wanted case and none in another.
bool str_islower(Str& self) {
    bool found = false;
    return all_of(self,
                  [&found](uint32_t c) {
                      found = found || unicode::is_lower(c);
                      return !unicode::is_upper(c) && !unicode::is_title(c);
                  }) &&
           found;
}

bool str_isupper(Str& self) {
    bool found = false;
    return all_of(self,
                  [&found](uint32_t c) {
                      found = found || unicode::is_upper(c);
                      return !unicode::is_lower(c) && !unicode::is_title(c);
                  }) &&
           found;
}

// Upper and title case letters follow only uncased characters, lower case letters only cased ones.
bool str_istitle(Str& self) {
    bool found = false, in_word = false;
    auto fits = [&](uint32_t c) {
        bool begins = unicode::is_upper(c) || unicode::is_title(c);
        bool continues = unicode::is_lower(c);
        bool right = begins ? !in_word : !continues || in_word;
        found = found || begins || continues;
        in_word = begins || continues;
        return right;
    };
    return all_of(self, fits) && found;
}

} // namespace ouro::vm
