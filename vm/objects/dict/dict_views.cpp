// SPDX-License-Identifier: MIT
//
// The views of a dict: keys, values, items. Library Reference, "Dictionary view objects". Keys and items are set-like;
// the order in which their operators build sets is CPython's.
#include "vm/objects/dict/dict_views.hpp"

#include "vm/model/dict_table.hpp"
#include "vm/model/iterators.hpp"
#include "vm/model/sequence.hpp"
#include "vm/objects/set/set_algebra.hpp"
#include "vm/objects/dict/mapping_proxy.hpp"
#include "vm/objects/dict/dict_iterators.hpp"

namespace ouro::vm {

Object* make_dict_view(VM& vm, Dict& dict, const NativeType& type) {
    auto* view = vm.heap.make<DictView>(vm.native(type)->root_shape);
    view->dict = &dict;
    return view;
}

static void visit_view(Object* object, Visitor& visitor) { visitor.visit(static_cast<DictView*>(object)->dict); }

template <class View>
static int64_t view_length(View& self) {
    return int64_t(self.dict->size());
}

template <class View, DictPart part, bool backwards>
static Object* view_iter(VM& vm, View& self) {
    return make_dict_iterator(vm, *self.dict, part, backwards);
}

template <class View>
static Object* view_mapping(VM& vm, View& self) {
    return make_mapping_proxy(vm, self.dict);
}

template <class View>
static Result<std::string> view_repr(VM& vm, View& self) {
    ReprGuard guard(vm, &self);
    if (guard.is_recursive())
        return std::string("...");
    List* items = TRY(list_from(vm, &self));
    return fmt::format("{}({})", self.type()->name->view(), TRY(repr(vm, items))->view());
}

// --- What keys and items have of a set -----------------------------------------------------------------------------

static bool is_set_like(Value value) {
    return as<Set>(value) || detail::native_cast<DictKeys>(value) || detail::native_cast<DictItems>(value);
}

static Result<bool> contains_key(VM& vm, Dict& dict, Value key) { return !TRY(dict_get(vm, dict, key)).is_empty(); }

static Result<bool> contains_item(VM& vm, Dict& dict, Value item) {
    Tuple* pair = as<Tuple>(item);
    if (!pair || pair->size() != 2)
        return false;
    Value found = TRY(dict_get(vm, dict, (*pair)[0]));
    return found.is_empty() ? Result<bool>(false) : equal(vm, found, (*pair)[1]);
}

template <class View>
static Result<bool> view_contains(VM& vm, View& self, Value item) {
    if constexpr (std::is_same_v<View, DictKeys>)
        return contains_key(vm, *self.dict, item);
    else
        return contains_item(vm, *self.dict, item);
}

// A set with the items of a view or of what stands on the left of it; keys of an exact dict are taken from its table.
static Result<Set*> to_set(VM& vm, Value value) {
    if (auto* keys = detail::native_cast<DictKeys>(value)) {
        if (keys->dict->is_exact())
            return set_from(vm, keys->dict, false);
    }
    return set_from(vm, value, false);
}

static Result<Value> view_and(VM& vm, DictView& self, Value other) {
    int64_t self_length = int64_t(self.dict->size());
    if (Set* set = as_exact<Set>(other); set && !set->is_frozen() && self_length <= int64_t(set->size()))
        return TRY(set_intersection(vm, *set, &self));
    DictView* asked = &self;
    Value walked = other;
    if (!as<Set>(other) && is_set_like(other)) {
        auto* view = static_cast<DictView*>(other.object());
        if (int64_t(view->dict->size()) > self_length) {
            asked = view;
            walked = &self;
        }
    }
    bool keys = detail::native_cast<DictKeys>(Value(asked)) != nullptr;
    Set* result = make_set(vm);
    TRY(for_each(vm, walked, [&](Value item) -> Result<void> {
        bool shared = keys ? TRY(contains_key(vm, *asked->dict, item)) : TRY(contains_item(vm, *asked->dict, item));
        return shared ? set_add(vm, *result, item) : Result<void>();
    }));
    return result;
}

static Result<Value> view_or(VM& vm, Value left, Value right) {
    Set* result = TRY(to_set(vm, left));
    TRY(set_update(vm, *result, right));
    return result;
}

static Result<Value> view_sub(VM& vm, Value left, Value right) {
    Set* result = TRY(to_set(vm, left));
    TRY(set_difference_update(vm, *result, right));
    return result;
}

static Result<Value> view_xor(VM& vm, Value left, Value right) {
    Set* result = TRY(to_set(vm, left));
    TRY(set_symmetric_difference_update(vm, *result, right));
    return result;
}

template <class View>
static Result<Value> view_and_method(VM& vm, View& self, Value other) {
    return view_and(vm, self, other);
}
template <class View, Result<Value> operation(VM&, Value, Value)>
static Result<Value> view_operator(VM& vm, View& self, Value other) {
    return operation(vm, &self, other);
}
template <class View, Result<Value> operation(VM&, Value, Value)>
static Result<Value> view_reflected(VM& vm, View& self, Value other) {
    return operation(vm, other, &self);
}

// Does `container` (a set or view) contain every item of `items`?
static Result<bool> all_contained(VM& vm, Value items, Value container) {
    Value iterator = TRY(get_iterator(vm, items));
    for (;;) {
        Value item = TRY(next(vm, iterator));
        if (item.is_empty())
            return true;
        if (!TRY(contains(vm, container, item)))
            return false;
    }
}

template <class View, Special comparison>
static Result<Value> view_compare(VM& vm, View& self, Value other) {
    if (!is_set_like(other))
        return Value::not_implemented();
    int64_t a = int64_t(self.dict->size());
    int64_t b = TRY(length(vm, other));
    bool by_equality = comparison == Special::Eq || comparison == Special::Ne;
    bool holds = by_equality ? a == b : order_holds(comparison, size_t(a), size_t(b));
    bool is_smaller = by_equality || comparison == Special::Lt || comparison == Special::Le;
    if (holds)
        holds = is_smaller ? TRY(all_contained(vm, &self, other)) : TRY(all_contained(vm, other, &self));
    return Value::boolean(holds != (comparison == Special::Ne));
}

template <class View>
static Result<bool> view_is_disjoint(VM& vm, View& self, Value other) {
    if (other == Value(&self))
        return self.dict->size() == 0;
    Value walked = other, asked = &self;
    if (is_set_like(other) && TRY(length(vm, other)) > int64_t(self.dict->size()))
        std::swap(walked, asked);
    Value iterator = TRY(get_iterator(vm, walked));
    for (;;) {
        Value item = TRY(next(vm, iterator));
        if (item.is_empty())
            return true;
        if (TRY(contains(vm, asked, item)))
            return false;
    }
}

// --- The types -----------------------------------------------------------------------------------------------------

template <class View, DictPart part>
static constexpr NativeDef set_like_members[] = {
    fn<view_repr<View>>("__repr__(self, /)"),
    fn<view_length<View>>("__len__(self, /)"),
    fn<view_iter<View, part, false>>("__iter__(self, /)"),
    fn<view_iter<View, part, true>>("__reversed__(self, /)"),
    fn<view_contains<View>>("__contains__(self, key, /)"),
    none_constant("__hash__"),
    fn<view_compare<View, Special::Lt>>("__lt__(self, value, /)"),
    fn<view_compare<View, Special::Le>>("__le__(self, value, /)"),
    fn<view_compare<View, Special::Eq>>("__eq__(self, value, /)"),
    fn<view_compare<View, Special::Ne>>("__ne__(self, value, /)"),
    fn<view_compare<View, Special::Gt>>("__gt__(self, value, /)"),
    fn<view_compare<View, Special::Ge>>("__ge__(self, value, /)"),
    fn<view_and_method<View>>("__and__(self, value, /)"),
    fn<view_and_method<View>>("__rand__(self, value, /)"),
    fn<view_operator<View, view_or>>("__or__(self, value, /)"),
    fn<view_operator<View, view_sub>>("__sub__(self, value, /)"),
    fn<view_operator<View, view_xor>>("__xor__(self, value, /)"),
    fn<view_reflected<View, view_or>>("__ror__(self, value, /)"),
    fn<view_reflected<View, view_sub>>("__rsub__(self, value, /)"),
    fn<view_reflected<View, view_xor>>("__rxor__(self, value, /)"),
    fn<view_is_disjoint<View>>("isdisjoint(self, other, /)", "Tell whether no item is shared."),
    get<view_mapping<View>>("mapping", "The dict behind the view."),
};

static constexpr NativeDef values_members[] = {
    fn<view_repr<DictValues>>("__repr__(self, /)"),
    fn<view_length<DictValues>>("__len__(self, /)"),
    fn<view_iter<DictValues, DictPart::Values, false>>("__iter__(self, /)"),
    fn<view_iter<DictValues, DictPart::Values, true>>("__reversed__(self, /)"),
    get<view_mapping<DictValues>>("mapping", "The dict behind the view."),
};

static constexpr NativeType view_type(const char* name, const NativeDef* members, size_t member_count) {
    return {
        .name = name,
        .base = nullptr,
        .kind = Kind::Native,
        .size = sizeof(DictView),
        .flags = Type::FINAL | Type::NO_NEW,
        .visit = visit_view,
        .members = members,
        .member_count = member_count,
    };
}

const NativeType dict_keys_type = view_type("dict_keys", set_like_members<DictKeys, DictPart::Keys>,
                                            std::size(set_like_members<DictKeys, DictPart::Keys>));
const NativeType dict_items_type = view_type("dict_items", set_like_members<DictItems, DictPart::Items>,
                                             std::size(set_like_members<DictItems, DictPart::Items>));
const NativeType dict_values_type = view_type("dict_values", values_members, std::size(values_members));

} // namespace ouro::vm
