// SPDX-License-Identifier: MIT
//
// The object protocol: operators, comparisons, truth, hashing, containers and text, for any value. Builtin types take
// short cuts; the rest goes through the special methods of the types (Data model 3.3).
#include "vm/model/operators.hpp"

#include "vm/values/float.hpp"
#include "vm/model/dict_table.hpp"
#include "vm/model/generic_alias.hpp"
#include "vm/values/int.hpp"
#include "vm/model/iterators.hpp"
#include "vm/model/numbers.hpp"
#include "vm/model/operator_order.hpp"
#include "vm/model/octets.hpp"
#include "vm/model/range.hpp"
#include "vm/model/sequence.hpp"
#include "vm/text/text_search.hpp"
#include "vm/text/utf8.hpp"
#include "vm/model/core.hpp"
#include "vm/model/special_calls.hpp"

namespace ouro::vm {

// --- Binary operators ---------------------------------------------------------------------------------------------

const char* operator_symbol(Special special) {
    if (special == Special::DivMod)
        return "divmod()";
    static constexpr const char* symbols[] = {"+",           "-",  "*",  "@", "/", "//", "%",
                                              "** or pow()", "<<", ">>", "&", "|", "^"};
    return symbols[unsigned(special) - unsigned(Special::Add)];
}

Raised unsupported_operands(VM& vm, Special special, Value a, Value b, bool in_place) {
    std::string symbol = operator_symbol(special);
    if (in_place)
        symbol = special == Special::Pow ? "**=" : symbol + "=";
    if (!in_place && special == Special::RShift && as<NativeFunction>(a) &&
        as<NativeFunction>(a)->def->name() == "print")
        return vm.type_error("unsupported operand type(s) for {}: '{}' and '{}'. Did you mean \"print(<message>, "
                             "file=<output_stream>)\"?",
                             symbol, vm.type_name(a), vm.type_name(b));
    return vm.type_error("unsupported operand type(s) for {}: '{}' and '{}'", symbol, vm.type_name(a), vm.type_name(b));
}

static Result<Value> fast_int_operation(VM& vm, Special special, Value a, Value b) {
    switch (special) {
    case Special::Add: return int_add(vm, a, b);
    case Special::Sub: return int_sub(vm, a, b);
    case Special::Mul: return int_mul(vm, a, b);
    case Special::TrueDiv: return int_true_div(vm, a, b);
    case Special::FloorDiv: return int_floor_div(vm, a, b);
    case Special::Mod: return int_mod(vm, a, b);
    case Special::Pow: return int_pow(vm, a, b);
    case Special::LShift: return int_lshift(vm, a, b);
    case Special::RShift: return int_rshift(vm, a, b);
    case Special::And: return int_and(vm, a, b);
    case Special::Or: return int_or(vm, a, b);
    case Special::Xor: return int_xor(vm, a, b);
    default: return Value::not_implemented();
    }
}

static Result<Value> fast_float_operation(VM& vm, Special special, double a, double b) {
    switch (special) {
    case Special::Add: return Value::number(a + b);
    case Special::Sub: return Value::number(a - b);
    case Special::Mul: return Value::number(a * b);
    case Special::TrueDiv:
        if (b == 0)
            return vm.zero_division_error("division by zero");
        return Value::number(a / b);
    case Special::FloorDiv:
        if (b == 0)
            return vm.zero_division_error("division by zero");
        return Value::number(float_floor_div(a, b));
    case Special::Mod:
        if (b == 0)
            return vm.zero_division_error("division by zero");
        return Value::number(float_mod(a, b));
    case Special::Pow: return float_pow(vm, a, b);
    default: return Value::not_implemented();
    }
}

// Immediate ints and exact BigInts; not bools (True & True is a bool).
static bool is_plain_int(Value value) { return value.is_small_int() || as_exact<BigInt>(value); }

// What `a` itself says.
static Result<Value> try_operator(VM& vm, Special special, Value a, Value b) {
    Value method = vm.type_of(a)->special(vm, special);
    Value result = method ? TRY(call_if_bound(vm, method, {a, b})) : Value();
    return result ? result : Value::not_implemented();
}

// NotImplemented when nobody knows the answer.
static Result<Value> binary_protocol(VM& vm, Special special, Value a, Value b, bool is_in_place = false) {
    OperatorOrder order(vm, special, a, b, is_in_place);
    for (ProtocolStep step = order.first_step(); step != ProtocolStep::End; step = next_step(step)) {
        auto [method, self, other] = order.call_of(vm, step);
        if (!method)
            continue;
        bool must_be_bound = step == ProtocolStep::InPlace;
        Value result = TRY(must_be_bound ? call_found(vm, method, {self, other})
                                         : call_if_bound(vm, method, {self, other}));
        if (result && !result.is_not_implemented())
            return result;
    }
    return Value::not_implemented();
}

Raised operands_error(VM& vm, Special special, Value a, Value b, bool in_place) {
    if (special == Special::Add && (!in_place || !as<List>(a))) {
        if (as<Str>(a))
            return vm.type_error("can only concatenate str (not \"{}\") to str", vm.type_name(b));
        if (as<List>(a))
            return vm.type_error("can only concatenate list (not \"{}\") to list", vm.type_name(b));
        if (as<Tuple>(a))
            return vm.type_error("can only concatenate tuple (not \"{}\") to tuple", vm.type_name(b));
        if (Octets::from(a))
            return vm.type_error("can't concat {} to {}", vm.type_name(b), vm.type_name(a));
    }
    if (special == Special::Mul) {
        auto is_sequence = [&](Value v) {
            return as<Str>(v) || as<List>(v) || as<Tuple>(v) || Octets::from(v) ||
                   (vm.type_of(v)->has(Type::SEQUENCE) && vm.type_of(v)->special(vm, Special::Mul));
        };
        if (is_sequence(a))
            return vm.type_error("can't multiply sequence by non-int of type '{}'", vm.type_name(b));
        if (is_sequence(b) && !(in_place && has_sequence_slots(vm, a)))
            return vm.type_error("can't multiply sequence by non-int of type '{}'", vm.type_name(a));
    }
    return unsupported_operands(vm, special, a, b, in_place);
}

Result<Value> binary_operation(VM& vm, Special special, Value a, Value b) {
    if (is_plain_int(a) && is_plain_int(b)) {
        Value result = TRY(fast_int_operation(vm, special, a, b));
        if (!result.is_not_implemented())
            return result;
    } else if (a.is_double() && b.is_double()) {
        Value result = TRY(fast_float_operation(vm, special, a.number(), b.number()));
        if (!result.is_not_implemented())
            return result;
    } else if ((a.is_double() && b.is_small_int()) || (a.is_small_int() && b.is_double())) {
        double left = a.is_double() ? a.number() : double(a.small_int());
        double right = b.is_double() ? b.number() : double(b.small_int());
        Value result = TRY(fast_float_operation(vm, special, left, right));
        if (!result.is_not_implemented())
            return result;
    } else if (special == Special::Add && as_exact<Str>(a) && as_exact<Str>(b)) {
        return TRY(str_concat(vm, as<Str>(a), as<Str>(b)));
    }
    Value result = TRY(binary_protocol(vm, special, a, b));
    if (result.is_not_implemented())
        return operands_error(vm, special, a, b, false);
    return result;
}

Result<Value> in_place_operation(VM& vm, Special special, Value a, Value b) {
    if (ByteArray* array = special == Special::Add ? as_bytearray(a) : nullptr; array && array->is_exact()) {
        if (Bytes* octets = as_exact<Bytes>(b)) {
            TRY(bytearray_append(vm, *array, octets->view()));
            return a;
        }
    }
    if (is_plain_int(a) && is_plain_int(b))
        return binary_operation(vm, special, a, b);
    Value result = TRY(binary_protocol(vm, special, a, b, true));
    if (result.is_not_implemented())
        return operands_error(vm, special, a, b, true);
    return result;
}

Result<Value> power(VM& vm, Value a, Value b, Value modulus) {
    if (modulus.is_none())
        return binary_operation(vm, Special::Pow, a, b);
    Type *left = vm.type_of(a), *right = vm.type_of(b);
    bool right_first = has_own_reflection(vm, left, right, Special::RPow);
    for (bool use_reflected : {right_first, !right_first}) {
        Value method = use_reflected ? right->special(vm, Special::RPow) : left->special(vm, Special::Pow);
        if (!method || (use_reflected && left == right))
            continue;
        Value result = use_reflected ? TRY(call_if_bound(vm, method, {b, a, modulus}))
                                     : TRY(call_if_bound(vm, method, {a, b, modulus}));
        if (result && !result.is_not_implemented())
            return result;
    }
    if (is_float(a) || is_float(b) || is_float(modulus))
        return vm.type_error("pow() 3rd argument not allowed unless all arguments are integers");
    return vm.type_error("unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'", vm.type_name(a),
                         vm.type_name(b), vm.type_name(modulus));
}

Result<Value> unary_operation(VM& vm, Special special, Value a) {
    if (special == Special::Abs && a.is_small_int() && a.small_int() > Value::INT_MIN_VALUE)
        return Value::small_int(std::abs(a.small_int()));
    if (a.is_double()) {
        if (special == Special::Abs)
            return Value::number(std::fabs(a.number()));
        if (special == Special::Neg)
            return Value::number(-a.number());
        if (special == Special::Pos)
            return a;
    } else if (a.is_small_int()) {
        if (special == Special::Neg)
            return int_negate(vm, a);
        if (special == Special::Pos)
            return a;
        if (special == Special::Invert)
            return int_invert(vm, a);
    }
    Value method = vm.type_of(a)->special(vm, special);
    if (method)
        return call_found(vm, method, {a});
    const char* symbol = special == Special::Neg ? "unary -" : special == Special::Pos ? "unary +" : "unary ~";
    if (special == Special::Abs)
        return vm.type_error("bad operand type for abs(): '{}'", vm.type_name(a));
    return vm.type_error("bad operand type for {}: '{}'", symbol, vm.type_name(a));
}

// --- Comparison ---------------------------------------------------------------------------------------------------

static Special swapped(Special special) {
    switch (special) {
    case Special::Lt: return Special::Gt;
    case Special::Le: return Special::Ge;
    case Special::Gt: return Special::Lt;
    case Special::Ge: return Special::Le;
    default: return special;
    }
}

const char* comparison_symbol(Special special) {
    switch (special) {
    case Special::Lt: return "<";
    case Special::Le: return "<=";
    case Special::Gt: return ">";
    case Special::Ge: return ">=";
    case Special::Eq: return "==";
    default: return "!=";
    }
}

template <class T>
static bool ordered(Special special, T a, T b) {
    switch (special) {
    case Special::Lt: return a < b;
    case Special::Le: return a <= b;
    case Special::Gt: return a > b;
    case Special::Ge: return a >= b;
    case Special::Eq: return a == b;
    default: return a != b;
    }
}

// Numbers and strs of builtin types; an empty Value for all else.
static Value fast_compare(Special special, Value a, Value b) {
    if (both_small_ints(a, b))
        return Value::boolean(ordered(special, a.small_int(), b.small_int()));
    if (a.is_double() && b.is_double())
        return Value::boolean(ordered(special, a.number(), b.number()));
    if (is_plain_int(a) && is_plain_int(b))
        return Value::boolean(ordered(special, int_compare(a, b), 0));
    if (a.is_double() && b.is_small_int() && std::abs(b.small_int()) < (1ll << 47))
        return Value::boolean(ordered(special, a.number(), double(b.small_int())));
    if (a.is_small_int() && b.is_double())
        return Value::boolean(ordered(special, double(a.small_int()), b.number()));
    if (Str* left = as_exact<Str>(a)) {
        if (Str* right = as_exact<Str>(b)) {
            if (special == Special::Eq || special == Special::Ne)
                return Value::boolean(str_equal(left, right) == (special == Special::Eq));
            return Value::boolean(ordered(special, str_compare(left, right), 0));
        }
    }
    auto left = Octets::from(a), right = left ? Octets::from(b) : std::nullopt;
    if (right && left->object()->is_exact() && right->object()->is_exact())
        return Value::boolean(ordered(special, left->view().compare(right->view()), 0));
    return {};
}

static Result<Value> compare_protocol(VM& vm, Special special, Value a, Value b) {
    Type* left = vm.type_of(a);
    Type* right = vm.type_of(b);
    bool right_first = left != right && right->is_subtype_of(left);
    if (right_first) {
        Value result = TRY(try_operator(vm, swapped(special), b, a));
        if (!result.is_not_implemented())
            return result;
    }
    Value result = TRY(try_operator(vm, special, a, b));
    if (!result.is_not_implemented() || right_first)
        return result;
    return try_operator(vm, swapped(special), b, a);
}

Result<Value> compare(VM& vm, Special special, Value a, Value b) {
    if (Value fast = fast_compare(special, a, b))
        return fast;
    TRY(vm.check_native_stack());
    if (Tuple *left = as_exact<Tuple>(a), *right = as_exact<Tuple>(b); left && right)
        return compare_sequences(vm, special, *left, *right);
    if (List *left = as_exact<List>(a), *right = as_exact<List>(b); left && right)
        return compare_sequences(vm, special, *left, *right);
    Value result = TRY(compare_protocol(vm, special, a, b));
    if (!result.is_not_implemented())
        return result;
    if (special == Special::Eq || special == Special::Ne)
        return Value::boolean((a == b) == (special == Special::Eq));
    return vm.type_error("'{}' not supported between instances of '{}' and '{}'", comparison_symbol(special),
                         vm.type_name(a), vm.type_name(b));
}

Result<bool> compare_bool(VM& vm, Special special, Value a, Value b) {
    if (Value fast = fast_compare(special, a, b))
        return fast.is_true();
    return truth(vm, TRY(compare(vm, special, a, b)));
}

Result<bool> equal(VM& vm, Value a, Value b) {
    if (a == b)
        return true;
    if (Value fast = fast_compare(Special::Eq, a, b))
        return fast.is_true();
    return compare_bool(vm, Special::Eq, a, b);
}

Result<bool> less_than(VM& vm, Value a, Value b) {
    if (Value fast = fast_compare(Special::Lt, a, b))
        return fast.is_true();
    return compare_bool(vm, Special::Lt, a, b);
}

Result<bool> truth(VM& vm, Value value) {
    if (value.is_bool())
        return value.is_true();
    if (value.is_none())
        return false;
    if (value.is_small_int())
        return value.small_int() != 0;
    if (value.is_double())
        return value.number() != 0;
    if (Str* text = as_exact<Str>(value))
        return text->byte_length != 0;
    if (List* list = as_exact<List>(value))
        return list->size() != 0;
    if (Dict* dict = as_exact<Dict>(value))
        return dict->size() != 0;
    Type* type = vm.type_of(value);
    if (Value method = type->special(vm, Special::Bool)) {
        if (method.is_none())
            return vm.type_error("'{}' cannot be interpreted as a boolean", vm.type_name(value));
        Value result = TRY(call_if_bound(vm, method, {value}));
        if (result && !result.is_bool())
            return vm.type_error("__bool__ should return bool, returned {}", vm.type_name(result));
        if (result)
            return result.is_true();
    }
    if (type->special(vm, Special::Len))
        return TRY(length(vm, value)) != 0;
    return true;
}

static uint64_t pointer_hash(const void* pointer) {
    auto bits = reinterpret_cast<uint64_t>(pointer);
    return bits >> 4 | bits << 60;
}

Result<uint64_t> tuple_hash(VM& vm, Tuple& tuple) {
    constexpr size_t FEW = 16;
    uint64_t few[FEW];
    std::vector<uint64_t> many;
    if (tuple.size() > FEW)
        many.resize(tuple.size());
    uint64_t* hashes = tuple.size() > FEW ? many.data() : few;
    TRY(vm.check_native_stack());
    for (size_t i = 0; i < tuple.size(); i++)
        hashes[i] = TRY(key_hash(vm, tuple[i]));
    return tuple_hash_combine(hashes, tuple.size());
}

Result<uint64_t> hash(VM& vm, Value value) {
    if (Str* text = as_exact<Str>(value))
        return uint64_t(str_hash(text));
    if (value.is_small_int() || value.is_bool())
        return int_hash(value);
    if (value.is_double())
        return float_hash(value.number());
    if (value.is_none())
        return uint64_t(0xfca86420);
    if (Tuple* tuple = as_exact<Tuple>(value))
        return tuple_hash(vm, *tuple);
    Value method = vm.type_of(value)->special(vm, Special::Hash);
    if (!method || method.is_none())
        return vm.type_error("unhashable type: '{}'", vm.type_name(value));
    if (method == vm.object_hash)
        return pointer_hash(value.is_object() ? value.object() : reinterpret_cast<const void*>(value.bits()));
    TRY(vm.check_native_stack());
    Value result = TRY(call_if_bound(vm, method, {value}));
    if (!result)
        return vm.type_error("unhashable type: '{}'", vm.type_name(value));
    if (!is_int(result))
        return vm.type_error("__hash__ method should return an integer");
    if (auto fits = to_int64(result))
        return *fits == -1 ? uint64_t(-2) : uint64_t(*fits);
    return int_hash(result);
}

// --- Containers ---------------------------------------------------------------------------------------------------

Result<Value> get_item(VM& vm, Value object, Value key) {
    if (List* list = as_exact<List>(object); list && key.is_small_int()) {
        int64_t i = key.small_int();
        i += i < 0 ? int64_t(list->size()) : 0;
        if (uint64_t(i) < list->size())
            return (*list)[size_t(i)];
    } else if (Dict* dict = as_exact<Dict>(object)) {
        Value found = TRY(dict_get(vm, *dict, key));
        if (found)
            return found;
        return vm.key_error(key);
    }
    Type* type = vm.type_of(object);
    if (Value method = type->special(vm, Special::GetItem))
        return call_found(vm, method, {object, key});
    if (Type* subscripted = as<Type>(object)) {
        Value method = TRY(find_attribute(vm, object, vm.special_name(Special::ClassGetItem)));
        if (method && !method.is_none())
            return call(vm, method, {key});
        if (subscripted == vm.types.type)
            return make_generic_alias(vm, object, key);
        return vm.type_error("type '{}' is not subscriptable", subscripted->name->view());
    }
    return vm.type_error("'{}' object is not subscriptable", vm.type_name(object));
}

// Has it CPython's sequence slots, as all instances of script classes have? They word some errors in their own way.
static bool is_sequence(VM& vm, Value value) {
    return vm.type_of(value)->has(Type::HEAP) || as<Str>(value) || as<Tuple>(value) || as<Bytes>(value) ||
           as<Range>(value) || as<Set>(value);
}

// A script's class that has one of `__setitem__` and `__delitem__` can do both as far as CPython knows, and then misses
// the other by its name.
static bool has_other_half(VM& vm, Value object, Special missing) {
    Special other = missing == Special::DelItem ? Special::SetItem : Special::DelItem;
    Type* type = vm.type_of(object);
    return type->has(Type::HEAP) && type->special(vm, other);
}

// No `__setitem__` or `__delitem__`. A sequence looks at the position before that.
static Raised refuse_item(VM& vm, Value object, Value key, Special missing, const char* refusal,
                          const char* sequence_refusal) {
    if (has_other_half(vm, object, missing))
        return vm.raise(ExceptionId::AttributeError, Value(vm.special_name(missing)));
    bool is_position = is_int(key) || vm.type_of(key)->special(vm, Special::Index);
    if (is_position && is_sequence(vm, object)) {
        refusal = sequence_refusal;
        if (auto position = index_int64(vm, key); position.is_error())
            return position.error();
    }
    return vm.type_error("'{}' object {}", vm.type_name(object), refusal);
}

Result<void> set_item(VM& vm, Value object, Value key, Value value) {
    if (Dict* dict = as_exact<Dict>(object))
        return dict_set(vm, *dict, key, value);
    Value method = vm.type_of(object)->special(vm, Special::SetItem);
    if (!method)
        return refuse_item(vm, object, key, Special::SetItem, "does not support item assignment",
                           "does not support item assignment");
    TRY(call_found(vm, method, {object, key, value}));
    return {};
}

Result<void> delete_item(VM& vm, Value object, Value key) {
    Value method = vm.type_of(object)->special(vm, Special::DelItem);
    if (!method)
        return refuse_item(vm, object, key, Special::DelItem, "does not support item deletion",
                           "doesn't support item deletion");
    TRY(call_found(vm, method, {object, key}));
    return {};
}

Result<int64_t> length(VM& vm, Value object) {
    if (List* list = as_exact<List>(object))
        return int64_t(list->size());
    if (Str* text = as_exact<Str>(object))
        return int64_t(text->length);
    if (auto octets = Octets::from(object); octets && octets->object()->is_exact())
        return int64_t(octets->length());
    if (Dict* dict = as_exact<Dict>(object))
        return int64_t(dict->size());
    if (Tuple* tuple = as_exact<Tuple>(object))
        return int64_t(tuple->size());
    Value method = vm.type_of(object)->special(vm, Special::Len);
    if (!method)
        return vm.type_error("object of type '{}' has no len()", vm.type_name(object));
    Value result = TRY(call_found(vm, method, {object}));
    Value as_index = TRY(index(vm, result));
    auto fits = to_int64(as_index);
    if (fits ? *fits < 0 : int_compare(as_index, Value::small_int(0)) < 0)
        return vm.value_error("__len__() should return >= 0");
    if (!fits)
        return vm.overflow_error("cannot fit 'int' into an index-sized integer");
    return *fits;
}

Result<int64_t> length_hint(VM& vm, Value object, int64_t otherwise) {
    Type* type = vm.type_of(object);
    if (type->special(vm, Special::Len)) {
        auto known = length(vm, object);
        if (!known.is_error())
            return known;
        if (!is_exception_of(known.exception(), vm, ExceptionId::TypeError))
            return known;
    }
    Value method = type->special(vm, Special::LengthHint);
    if (!method)
        return otherwise;
    auto result = call_found(vm, method, {object});
    if (result.is_error()) {
        if (!is_exception_of(result.exception(), vm, ExceptionId::TypeError))
            return result.error();
        return otherwise;
    }
    Value hint = result.release();
    if (hint.is_not_implemented())
        return otherwise;
    if (!is_int(hint))
        return vm.type_error("__length_hint__ must be an integer, not {}", vm.type_name(hint));
    auto size = to_int64(hint);
    if (!size)
        return vm.overflow_error("Python int too large to convert to C ssize_t");
    if (*size < 0)
        return vm.value_error("__length_hint__() should return >= 0");
    return *size;
}

// `item in sequence` of a list or tuple, which a comparison may change.
template <class Sequence>
static Result<bool> sequence_contains(VM& vm, Sequence& sequence, Value item) {
    for (size_t i = 0; i < sequence.size(); i++) {
        if (TRY(equal(vm, sequence[i], item)))
            return true;
    }
    return false;
}

Result<bool> contains(VM& vm, Value container, Value item) {
    if (Dict* dict = as_exact<Dict>(container))
        return bool(TRY(dict_get(vm, *dict, item)));
    if (Set* set = as_exact<Set>(container))
        return set_contains(vm, *set, item);
    if (Str* text = as_exact<Str>(container); text && as_exact<Str>(item))
        return find_text(text->view(), as<Str>(item)->view()) != std::string_view::npos;
    if (Tuple* tuple = as_exact<Tuple>(container))
        return sequence_contains(vm, *tuple, item);
    if (List* list = as_exact<List>(container))
        return sequence_contains(vm, *list, item);
    Value method = vm.type_of(container)->special(vm, Special::Contains);
    if (method && method.is_none())
        return vm.type_error("'{}' object is not a container", vm.type_name(container));
    if (method) {
        if (Value found = TRY(call_if_bound(vm, method, {container, item})))
            return truth(vm, found);
    }
    auto iterator = get_iterator(vm, container);
    if (iterator.is_error()) {
        if (!is_exception_of(iterator.exception(), vm, ExceptionId::TypeError))
            return iterator.error();
        return vm.type_error("argument of type '{}' is not a container or iterable", vm.type_name(container));
    }
    for (;;) {
        Value candidate = TRY(next(vm, iterator.release()));
        if (!candidate)
            return false;
        if (TRY(equal(vm, candidate, item)))
            return true;
    }
}

Result<Value> index(VM& vm, Value value) {
    if (value.is_small_int())
        return value;
    if (value.is_bool())
        return Value::small_int(value.is_true());
    if (is_int(value))
        return int_exact(vm, value);
    Value method = vm.type_of(value)->special(vm, Special::Index);
    if (!method)
        return vm.type_error("'{}' object cannot be interpreted as an integer", vm.type_name(value));
    Value result = TRY(call_found(vm, method, {value}));
    return checked_int(vm, result, "__index__");
}

Result<int64_t> index_int64(VM& vm, Value value) {
    Value integer = TRY(index(vm, value));
    if (auto fits = to_int64(integer))
        return *fits;
    return vm.index_error("cannot fit '{}' into an index-sized integer", vm.type_name(value));
}

// --- Text ---------------------------------------------------------------------------------------------------------

Result<Value> call_repr(VM& vm, Value value) {
    TRY(vm.check_native_stack());
    Value method = vm.type_of(value)->special(vm, Special::Repr);
    if (Value result = TRY(call_if_bound(vm, method, {value})))
        return result;
    return call_found(vm, vm.types.object->special(vm, Special::Repr), {value});
}

Result<Str*> repr(VM& vm, Value value) {
    if (value.is_small_int())
        return int_repr(vm, value);
    Value result = TRY(call_repr(vm, value));
    if (Str* text = as<Str>(result))
        return text;
    return vm.type_error("__repr__ returned non-string (type {})", vm.type_name(result));
}

Result<Str*> str(VM& vm, Value value) {
    if (Str* text = as_exact<Str>(value))
        return text;
    if (value.is_small_int())
        return int_repr(vm, value);
    TRY(vm.check_native_stack());
    Value method = vm.type_of(value)->special(vm, Special::Str);
    Value result = TRY(call_found(vm, method, {value}));
    if (Str* text = as<Str>(result))
        return text;
    return vm.type_error("__str__ returned non-string (type {})", vm.type_name(result));
}

Result<Str*> ascii(VM& vm, Value value) {
    Str* text = TRY(repr(vm, value));
    if (text->is_ascii())
        return text;
    TRY(str_reserve(vm, size_t(text->byte_length) * 3)); // two bytes become four, three six, four ten
    std::string escaped;
    const char* at = text->data();
    for (const char* end = at + text->byte_length; at < end;) {
        uint32_t c = utf8_next(at);
        if (c < 0x80)
            escaped += char(c);
        else
            append_escape(escaped, c);
    }
    return make_str(vm, escaped);
}

Result<Str*> format(VM& vm, Value value, Str* specification) {
    if (specification->byte_length == 0) {
        if (Str* text = as_exact<Str>(value))
            return text;
        if (value.is_small_int() || value.is_double())
            return str(vm, value);
    }
    Value method = vm.type_of(value)->special(vm, Special::Format);
    Value result = TRY(call_found(vm, method, {value, specification}));
    if (Str* text = as<Str>(result))
        return text;
    return vm.type_error("__format__ must return a str, not {}", vm.type_name(result));
}

std::string repr_text(VM& vm, Value value) {
    auto text = repr(vm, value);
    if (text.is_error())
        return fmt::format("<{} object>", vm.type_name(value));
    return std::string(text.release()->view());
}

ReprGuard::ReprGuard(VM& vm, Object* object) : m_vm(vm), m_recursive(false) {
    for (Object* active : vm.thread->repr_stack)
        m_recursive |= active == object;
    vm.thread->repr_stack.push_back(object);
}

ReprGuard::~ReprGuard() { m_vm.thread->repr_stack.pop_back(); }

} // namespace ouro::vm
