// SPDX-License-Identifier: MIT
//
// io.IncrementalNewlineDecoder: translates the line ends of text that comes piece by piece, from a decoder or as it is
// (Library Reference, io).
#include "stdlib/io/text_file.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

namespace {

struct NewlineDecoder : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = newline_decoder_type;
    Value decoder; // empty before __init__; None: what is decoded is text
    NewlineTranslation newlines;
};

void visit_decoder(Object* object, Visitor& visitor) { visitor.visit(static_cast<NewlineDecoder*>(object)->decoder); }

Result<void> check_initialized(VM& vm, NewlineDecoder& self) {
    if (!self.decoder)
        return vm.value_error("IncrementalNewlineDecoder.__init__() not called");
    return {};
}

Result<Value> decoder_new(VM& vm, Type* type, Args, Kwargs) { return allocate_instance(vm, type); }

void decoder_init(NewlineDecoder& self, Value decoder, bool translate, Value) {
    Heap::store(&self, self.decoder, decoder);
    self.newlines = {.is_universal = true, .translates = translate, .pending_return = false, .seen = 0};
}

Result<Value> decoder_decode(VM& vm, NewlineDecoder& self, Value input, bool final) {
    TRY(check_initialized(vm, self));
    if (!self.decoder.is_none())
        input = TRY(call_method(vm, self.decoder, "decode", {input, Value::boolean(final)}));
    Str* text = as<Str>(input);
    if (!text)
        return vm.type_error("decoder should return a string result, not '{}'", vm.type_name(input));
    if (self.newlines.changes(text->view())) {
        TRY(str_reserve(vm, size_t(text->byte_length) + 1));
        return TRY(make_str(vm, self.newlines.apply(text->view(), final)));
    }
    self.newlines.note(text->view());
    return text;
}

Result<Value> decoder_getstate(VM& vm, NewlineDecoder& self) {
    TRY(check_initialized(vm, self));
    Value held = TRY(make_bytes(vm, "")), flag = Value::small_int(0);
    if (!self.decoder.is_none()) {
        Value state = TRY(call_method(vm, self.decoder, "getstate", {}));
        Tuple* pair = as<Tuple>(state);
        if (!pair || pair->size() != 2)
            return vm.type_error("illegal decoder state");
        held = (*pair)[0];
        flag = (*pair)[1];
    }
    flag = TRY(int_lshift(vm, TRY(index(vm, flag)), Value::small_int(1)));
    flag = TRY(int_or(vm, flag, Value::small_int(self.newlines.pending_return)));
    return make_tuple(vm, {held, flag});
}

Result<Value> decoder_setstate(VM& vm, NewlineDecoder& self, Value state) {
    TRY(check_initialized(vm, self));
    Tuple* pair = as<Tuple>(state);
    if (!pair)
        return vm.type_error("state argument must be a tuple");
    if (pair->size() != 2)
        return vm.type_error("illegal decoder state");
    Value flag = TRY(index(vm, (*pair)[1]));
    self.newlines.pending_return = TRY(truth(vm, TRY(int_and(vm, flag, Value::small_int(1)))));
    if (self.decoder.is_none())
        return Value::none();
    flag = TRY(int_rshift(vm, flag, Value::small_int(1)));
    return call_method(vm, self.decoder, "setstate", {Value(make_tuple(vm, {(*pair)[0], flag}))});
}

Result<Value> decoder_reset(VM& vm, NewlineDecoder& self) {
    TRY(check_initialized(vm, self));
    self.newlines.seen = 0;
    self.newlines.pending_return = false;
    return self.decoder.is_none() ? Result<Value>(Value::none()) : call_method(vm, self.decoder, "reset", {});
}

Result<Value> decoder_newlines(VM& vm, NewlineDecoder& self) {
    TRY(check_initialized(vm, self));
    return seen_newlines(vm, self.newlines.seen);
}

constexpr NativeDef MEMBERS[] = {
    fn<decoder_new>("__new__(cls, /, *args, **kwargs)"),
    fn<decoder_init>("__init__(self, decoder, translate, errors='strict')"),
    fn<decoder_decode>("decode(self, input, final=False)"),
    fn<decoder_getstate>("getstate(self, /)"),
    fn<decoder_setstate>("setstate(self, state, /)"),
    fn<decoder_reset>("reset(self, /)"),
    get<decoder_newlines>("newlines"),
};

} // namespace

constinit const NativeType newline_decoder_type = {
    .name = "_io.IncrementalNewlineDecoder",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(NewlineDecoder),
    .flags = Type::HAS_ATTRIBUTES | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_decoder,
    .members = MEMBERS,
    .member_count = std::size(MEMBERS),
    .doc = "Translates line ends of text that comes in pieces.",
};

} // namespace ouro::stdlib
