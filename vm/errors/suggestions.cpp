// SPDX-License-Identifier: MIT
//
// "Did you mean: 'x'?" below uncaught NameErrors, AttributeErrors and ImportErrors: the existing name that is closest to
// the wrong one. The distance and its limits are CPython's (Library Reference, traceback; What's New 3.10 to 3.13).
#include "vm/code.hpp"
#include "vm/errors/exception_members.hpp"
#include "vm/errors/exceptions.hpp"
#include "vm/objects/frame_object.hpp"
#include "vm/errors/traceback.hpp"
#include "vm/vm.hpp"

#include <algorithm>
#include <numeric>

namespace ouro::vm {

// --- Distance -------------------------------------------------------------------------------------------------------

static constexpr size_t MOVE_COST = 2, CASE_COST = 1, MAX_LENGTH = 40, MAX_CANDIDATES = 750;

static char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

static size_t substitution_cost(char a, char b) {
    if (a == b)
        return 0;
    return lower(a) == lower(b) ? CASE_COST : MOVE_COST;
}

// Cost of turning `a` into `b`; anything above `limit` once it is known to be above.
static size_t edit_distance(std::string_view a, std::string_view b, size_t limit) {
    auto [left, right] = std::ranges::mismatch(a, b);
    a.remove_prefix(size_t(left - a.begin()));
    b.remove_prefix(size_t(right - b.begin()));
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
    if (a.empty() || b.empty())
        return MOVE_COST * (a.size() + b.size());
    if (a.size() > MAX_LENGTH || b.size() > MAX_LENGTH)
        return limit + 1;
    if (b.size() < a.size())
        std::swap(a, b);
    if ((b.size() - a.size()) * MOVE_COST > limit)
        return limit + 1;
    size_t row[MAX_LENGTH];
    for (size_t i = 0; i < a.size(); i++)
        row[i] = MOVE_COST * (i + 1);
    size_t result = 0;
    for (size_t j = 0; j < b.size(); j++) {
        size_t diagonal = j * MOVE_COST, minimum = SIZE_MAX;
        result = diagonal;
        for (size_t i = 0; i < a.size(); i++) {
            size_t substituted = diagonal + substitution_cost(b[j], a[i]);
            diagonal = row[i];
            result = std::min(std::min(result, diagonal) + MOVE_COST, substituted);
            row[i] = result;
            minimum = std::min(minimum, result);
        }
        if (minimum > limit)
            return limit + 1;
    }
    return result;
}

std::string closest_name(const std::vector<std::string>& candidates, std::string_view wrong, bool any_distance) {
    if (candidates.size() > MAX_CANDIDATES || wrong.size() > MAX_LENGTH || wrong.empty())
        return {};
    size_t best_distance = any_distance ? SIZE_MAX : wrong.size();
    const std::string* best = nullptr;
    for (const std::string& name : candidates) {
        if (name == wrong || best_distance == 0)
            continue;
        // At most a third of the characters may need a change, and an earlier match must be beaten.
        size_t limit = std::min((name.size() + wrong.size() + 3) * MOVE_COST / 6, best_distance - 1);
        size_t distance = edit_distance(wrong, name, limit);
        if (distance > limit)
            continue;
        best = &name;
        best_distance = distance;
    }
    return best ? *best : std::string();
}

// --- Candidates -----------------------------------------------------------------------------------------------------

static void add_names(std::vector<std::string>& names, Dict* dict) {
    if (!dict)
        return;
    for (DictEntry& entry : *dict) {
        if (Str* name = entry.key.is_empty() ? nullptr : as<Str>(entry.key))
            names.emplace_back(name->view());
    }
}

static void add_names(std::vector<std::string>& names, Tuple* tuple) {
    for (size_t i = 0; tuple && i < tuple->size(); i++)
        names.emplace_back(as<Str>((*tuple)[i])->view());
}

static Traceback* innermost(Exception& exception) {
    Traceback* traceback = exception.traceback;
    while (traceback && traceback->next)
        traceback = traceback->next;
    return traceback;
}

// dir(object), or nothing when it fails.
static std::vector<std::string> attribute_names(VM& vm, Value object, bool with_underscored) {
    std::vector<std::string> names;
    auto dir = dict_find(*vm.builtins, intern(vm, "dir"));
    if (!dir)
        return names;
    auto listed = call(vm, dir->value, {object});
    List* list = listed.is_error() ? nullptr : as<List>(listed.release());
    for (size_t i = 0; list && i < list->size(); i++) {
        Str* name = as<Str>((*list)[i]);
        if (name && (with_underscored || !name->view().starts_with('_')))
            names.emplace_back(name->view());
    }
    return names;
}

static std::string suggest_attribute(VM& vm, Exception& exception, std::string_view wrong) {
    Value object = exception.field(field::OBJECT);
    if (object.is_empty())
        object = Value::none();
    return closest_name(attribute_names(vm, object, wrong.starts_with('_')), wrong);
}

static std::string suggest_import(VM& vm, Exception& exception, std::string_view wrong) {
    Str* name = as<Str>(exception.field(field::IMPORT_NAME));
    DictEntry* module = name ? dict_find(*vm.modules, intern(vm, name)) : nullptr;
    if (!module)
        return {};
    return closest_name(attribute_names(vm, module->value, wrong.starts_with('_')), wrong);
}

// Differs: the frame has ended, so the names that its code can bind are taken for those that were bound.
static std::string suggest_name(VM& vm, Exception& exception, std::string_view wrong) {
    Traceback* traceback = innermost(exception);
    if (!traceback)
        return {};
    Value receiver = exception.field(field::RECEIVER);
    if (Cell* cell = as<Cell>(receiver))
        receiver = cell->value;
    if (receiver) {
        auto found = find_attribute(vm, receiver, intern(vm, wrong));
        if (!found.is_error() && found.release())
            return fmt::format("self.{}", wrong);
    }
    std::vector<std::string> names;
    add_names(names, traceback->code->local_names);
    if (!traceback->code->has(Code::NAMESPACE)) // f_locals of a class body is its namespace alone
        add_names(names, traceback->code->free_names);
    FrameObject* frame = frame_object_of_traceback(vm, *traceback);
    add_names(names, frame->globals);
    add_names(names, vm.builtins);
    return closest_name(names, wrong);
}

static bool is_stdlib_module(VM& vm, Str* name) {
    auto names = get_attribute(vm, vm.sys ? Value(vm.sys) : Value::none(), "stdlib_module_names");
    if (names.is_error())
        return false;
    auto found = contains(vm, names.release(), name);
    return !found.is_error() && found.release();
}

std::string suggestion_text(VM& vm, Exception& exception) {
    using enum ExceptionId;
    bool is_import = is_exception_of(&exception, vm, ImportError), is_name = is_exception_of(&exception, vm, NameError);
    bool is_attribute = is_exception_of(&exception, vm, AttributeError);
    if (!is_import && !is_name && !is_attribute)
        return {};
    Str* wrong = as<Str>(exception.field(is_import ? unsigned(field::IMPORT_NAME_FROM) : unsigned(field::NAME)));
    if (!wrong)
        return {};
    std::string found = is_import ? suggest_import(vm, exception, wrong->view())
                        : is_name ? suggest_name(vm, exception, wrong->view())
                                  : suggest_attribute(vm, exception, wrong->view());
    std::string text = found.empty() ? std::string() : fmt::format(". Did you mean: '{}'?", found);
    if (is_name && is_stdlib_module(vm, wrong))
        text += fmt::format("{} did you forget to import '{}'?", found.empty() ? "." : " Or", wrong->view());
    if (is_name && found.empty() && !text.empty())
        text[2] = 'D';
    return text;
}

} // namespace ouro::vm
