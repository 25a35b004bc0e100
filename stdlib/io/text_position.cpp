// SPDX-License-Identifier: MIT
//
// tell() and seek() of text files. A position is a number that says where in the file of bytes to begin, in which state
// the decoder is there, how many octets to feed it then and how many characters of the outcome to skip. Mostly all but
// the first are zero, and the number is the octet's. It is laid out as CPython does it.
#include "stdlib/io/text_file.hpp"

#include "vm/model/buffer.hpp"
#include "vm/text/utf8.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

namespace {

struct Cookie {
    int64_t start = 0;
    uint32_t flags = 0;
    uint32_t octets_to_feed = 0;
    uint32_t characters_to_skip = 0;
    bool at_end = false;
};

Result<Value> pack(VM& vm, const Cookie& cookie) {
    uint64_t limbs[3] = {uint64_t(cookie.start), cookie.flags | uint64_t(cookie.octets_to_feed) << 32,
                         cookie.characters_to_skip | uint64_t(cookie.at_end) << 32};
    size_t count = limbs[2] ? 3 : limbs[1] ? 2 : 1;
    if (count == 1)
        return make_int(vm, cookie.start);
    return make_bigint(vm, limbs, count, false);
}

Result<Cookie> unpack(VM& vm, Value value) {
    char octets[24];
    TRY(int_to_octets(vm, value, octets, sizeof octets, true, false));
    uint64_t limbs[3];
    memcpy(limbs, octets, sizeof limbs);
    return Cookie{int64_t(limbs[0]), uint32_t(limbs[1]), uint32_t(limbs[1] >> 32), uint32_t(limbs[2]),
                  limbs[2] >> 32 != 0};
}

// Finds the last place before the character number `wanted` at which the decoder holds nothing, by decoding `octets`
// again: in steps that cannot go too far, as no octet becomes more than four characters.
class PlaceFinder {
public:
    PlaceFinder(VM& vm, TextFile& file, const Cookie& start) : m_vm(vm), m_file(file), m_cookie(start) {
        m_decoder = file.snapshot_decoder;
        m_decoder.set_flags(start.flags);
    }

    Result<Cookie> find(std::string_view octets, size_t wanted) {
        m_cookie.characters_to_skip = uint32_t(wanted);
        size_t at = 0;
        while (m_decoded < m_cookie.characters_to_skip && at < octets.size()) {
            size_t missing = m_cookie.characters_to_skip - m_decoded;
            size_t step = std::min(octets.size() - at, std::max<size_t>(1, missing / 4));
            TRY(feed(octets.substr(at, step), false));
            at += step;
        }
        if (m_decoded < m_cookie.characters_to_skip) {
            TRY(feed("", true));
            m_cookie.at_end = true;
            if (m_decoded < m_cookie.characters_to_skip)
                return m_vm.raise(ExceptionId::OSError, "can't reconstruct logical file position");
        }
        m_cookie.octets_to_feed = uint32_t(m_fed);
        return m_cookie;
    }

private:
    Result<void> feed(std::string_view octets, bool final) {
        bool is_identity;
        Str* text = TRY(m_decoder.decode(m_vm, octets, m_file.errors->view(), final, is_identity));
        m_decoded += text->length;
        m_fed += octets.size();
        if (!final && m_decoder.tail_size == 0 && m_decoded <= m_cookie.characters_to_skip) {
            m_cookie.start += int64_t(std::exchange(m_fed, 0));
            m_cookie.characters_to_skip -= uint32_t(std::exchange(m_decoded, 0));
            m_cookie.flags = m_decoder.flags();
        }
        return {};
    }

    VM& m_vm;
    TextFile& m_file;
    Cookie m_cookie;
    TextDecoder m_decoder;
    size_t m_decoded = 0, m_fed = 0; // since the place in m_cookie
};

Result<void> check_seekable(VM& vm, TextFile& self) {
    TRY(check_open(vm, self));
    if (!self.seekable)
        return unsupported(vm, "underlying stream is not seekable");
    return {};
}

Result<int64_t> buffer_tell(VM& vm, TextFile& self) {
    if (Buffered* buffer = plain_buffered(self.buffer))
        return buffered_tell(vm, *buffer);
    return index_int64(vm, TRY(call_method(vm, self.buffer, "tell", {})));
}

Result<Value> buffer_seek(VM& vm, TextFile& self, int64_t position, int64_t whence) {
    return call_method(vm, self.buffer, "seek", {make_int(vm, position), make_int(vm, whence)});
}

} // namespace

Result<Value> text_tell(VM& vm, TextFile& self) {
    TRY(check_seekable(vm, self));
    if (!self.telling)
        return vm.raise(ExceptionId::OSError, "telling position disabled by next() call");
    TRY(call_method(vm, &self, vm.names.flush, {}));
    int64_t position = TRY(buffer_tell(vm, self));
    if (!self.has_snapshot || !self.decoded)
        return make_int(vm, position);
    if (!self.snapshot) // the octets are those of the text
        return make_int(vm, position - int64_t(self.rest().size()));
    std::string octets(self.snapshot_decoder.held());
    octets.append(self.snapshot->view());
    Cookie cookie{.start = position - int64_t(octets.size()), .flags = self.snapshot_decoder.flags()};
    size_t used = count_code_points(self.decoded->view().substr(0, self.decoded_at));
    return pack(vm, used ? TRY(PlaceFinder(vm, self, cookie).find(octets, used)) : cookie);
}

// --- seek ------------------------------------------------------------------------------------------------------------

static Result<Value> seek_to_end(VM& vm, TextFile& self) {
    TRY(call_method(vm, &self, vm.names.flush, {}));
    self.forget_decoded();
    self.decoder.reset();
    Value position = TRY(buffer_seek(vm, self, 0, 2));
    TRY(begin_encoding(vm, self));
    return position;
}

// Decodes what lies between the place in the file and the one that is meant.
static Result<void> skip_characters(VM& vm, TextFile& self, const Cookie& cookie) {
    Value data = TRY(call_method(vm, self.buffer, "read", {make_int(vm, cookie.octets_to_feed)}));
    Bytes* octets = TRY(bytes_or_null(vm, data));
    if (!octets)
        return no_octets(vm, "read", data);
    bool is_identity;
    self.snapshot_decoder = self.decoder;
    Str* text = TRY(self.decoder.decode(vm, octets->view(), self.errors->view(), cookie.at_end, is_identity));
    if (text->length < cookie.characters_to_skip)
        return vm.raise(ExceptionId::OSError, "can't restore logical file position");
    Heap::store(&self, self.decoded, text);
    Heap::store(&self, self.snapshot, octets);
    self.has_snapshot = true;
    self.decoded_at = str_byte_offset(vm, text, cookie.characters_to_skip);
    return {};
}

static Result<Value> seek_to(VM& vm, TextFile& self, Value target) {
    if (TRY(less_than(vm, target, Value::small_int(0))))
        return vm.value_error("negative seek position {}", repr_text(vm, target));
    TRY(call_method(vm, &self, vm.names.flush, {}));
    Cookie cookie = TRY(unpack(vm, TRY(index(vm, target))));
    TRY(buffer_seek(vm, self, cookie.start, 0));
    self.forget_decoded();
    if (cookie.start == 0 && cookie.flags == 0)
        self.decoder.reset();
    else
        self.decoder.set_flags(cookie.flags);
    if (cookie.characters_to_skip)
        TRY(skip_characters(vm, self, cookie));
    TRY(begin_encoding(vm, self));
    return target;
}

Result<Value> text_seek(VM& vm, TextFile& self, Value target, int64_t whence) {
    TRY(check_seekable(vm, self));
    bool is_here = !TRY(truth(vm, target));
    switch (whence) {
    case 0: return seek_to(vm, self, target);
    case 1:
        if (!is_here)
            return unsupported(vm, "can't do nonzero cur-relative seeks");
        return seek_to(vm, self, TRY(call_method(vm, &self, "tell", {})));
    case 2:
        if (!is_here)
            return unsupported(vm, "can't do nonzero end-relative seeks");
        return seek_to_end(vm, self);
    default: return vm.value_error("invalid whence ({}, should be 0, 1 or 2)", whence);
    }
}

Result<Value> text_truncate(VM& vm, TextFile& self, Value position) {
    TRY(check_attached(vm, self));
    TRY(call_method(vm, &self, vm.names.flush, {}));
    return call_method(vm, self.buffer, "truncate", {position});
}

} // namespace ouro::stdlib
