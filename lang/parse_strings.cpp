// SPDX-License-Identifier: MIT
//
// The Builder's strings: implicit joining, f-strings (PEP 701) and t-strings (PEP 750).
//
// The lexer has decoded all text. A JoinedStr never has two constants side by side, nor an empty one.
#include "lang/parse_actions.hpp"

#include <algorithm>

namespace ouro::lang {

static bool is_bytes(const Expr* piece) {
    auto* constant = as<Constant>(piece);
    return constant && constant->value.kind == Literal::Kind::Bytes;
}

static bool is_text(const Expr* piece) {
    auto* constant = as<Constant>(piece);
    return constant && constant->value.kind == Literal::Kind::Str;
}

Constant* Builder::text_constant(Literal::Kind kind, Text text, Span span) {
    auto* node = make<Constant>(span);
    node->value.kind = kind;
    node->value.text = text;
    return node;
}

// Makes one constant of the text constants in pieces[first, last).
Constant* Builder::join_constants(const std::vector<Expr*>& pieces, size_t first, size_t last) {
    if (last - first == 1)
        return static_cast<Constant*>(pieces[first]);
    std::string text;
    for (size_t i = first; i < last; i++)
        text += *static_cast<Constant*>(pieces[i])->value.text;
    Literal::Kind kind = static_cast<Constant*>(pieces[first])->value.kind;
    return text_constant(kind, m_arena.name(text), pieces[first]->span + pieces[last - 1]->span);
}

// Joins neighbours and drops empty text.
List<Expr*> Builder::fold_constants(const std::vector<Expr*>& pieces) {
    std::vector<Expr*> folded;
    for (size_t i = 0; i < pieces.size();) {
        if (!is_text(pieces[i])) {
            folded.push_back(pieces[i++]);
            continue;
        }
        size_t end = i + 1;
        while (end < pieces.size() && is_text(pieces[end]))
            end++;
        Constant* text = join_constants(pieces, i, end);
        if (!text->value.text->empty())
            folded.push_back(text);
        i = end;
    }
    return m_arena.list(folded);
}

bool Builder::check_string_kinds(Mark pieces) {
    size_t bytes = 0, templates = 0, all = count(pieces);
    for (size_t i = pieces.index; i < m_stack.size(); i++) {
        bytes += is_bytes(item<Expr>(i));
        templates += item<Expr>(i)->kind == ExprKind::TemplateStr;
    }
    if (bytes != 0 && bytes != all)
        fail("cannot mix bytes and nonbytes literals", m_current->span);
    else if (templates != 0 && templates != all)
        fail("cannot mix t-string literals with string or bytes literals",
             item<Expr>(pieces.index)->span + item<Expr>(m_stack.size() - 1)->span);
    return !failed();
}

Expr* Builder::strings(Mark pieces, Span span) {
    auto* first = item<Expr>(pieces.index);
    if (count(pieces) == 1 || !check_string_kinds(pieces)) {
        m_stack.resize(pieces.index);
        return first;
    }
    std::vector<Expr*> parts;
    bool has_fields = false, is_template = first->kind == ExprKind::TemplateStr;
    for (Expr* piece : take<Expr>(pieces)) {
        List<Expr*> values;
        if (auto* joined = as<JoinedStr>(piece))
            values = joined->values;
        else if (auto* template_str = as<TemplateStr>(piece))
            values = template_str->values;
        else {
            parts.push_back(piece);
            continue;
        }
        has_fields = true;
        parts.insert(parts.end(), values.begin(), values.end());
    }
    if (!has_fields)
        return join_constants(parts, 0, parts.size());
    if (is_template) {
        auto* node = make<TemplateStr>(span);
        node->values = fold_constants(parts);
        return node;
    }
    auto* node = make<JoinedStr>(span);
    node->values = fold_constants(parts);
    return node;
}

std::vector<Expr*> Builder::take_parts(Mark parts) {
    List<Expr*> items = take<Expr>(parts);
    return {items.begin(), items.end()};
}

JoinedStr* Builder::joined(Mark parts, Span span) {
    auto* node = make<JoinedStr>(span);
    node->values = fold_constants(take_parts(parts));
    return node;
}

Expr* Builder::template_string(Mark parts, Span span) {
    auto* node = make<TemplateStr>(span);
    node->values = fold_constants(take_parts(parts));
    return node;
}

// ---- Replacement fields ----

Mark Builder::add_text(Mark parts, const Token* token) { return add(parts, constant(token)); }

static std::string_view trimmed(std::string_view text) {
    size_t first = std::min(text.find_first_not_of(" \t\f\n"), text.size());
    return text.substr(first, text.find_last_not_of(" \t\f\n") + 1 - first);
}

Field* Builder::field(const Token* left, Expr* value, const Token* equal, const Token* conversion, const Token* right,
                      JoinedStr* format_spec, Span span) {
    auto* node = make<Field>(span);
    node->value = value;
    node->format_spec = format_spec;
    node->before_value = left;
    node->behind_value = equal ? equal : conversion ? conversion : right;
    if (conversion)
        node->conversion = static_cast<unsigned char>(conversion->name()->front());
    if (!equal)
        return node;
    if (!conversion && !format_spec)
        node->conversion = 'r';
    const Token* end = conversion ? conversion : right;
    node->debug = text_constant(Literal::Kind::Str, m_arena.name(text_between(*left, *end)),
                                {left->span.end, end->span.begin});
    return node;
}

Mark Builder::add_formatted(Mark parts, Field* field) {
    if (field->debug)
        add(parts, field->debug);
    auto* node = make<FormattedValue>(field->span);
    node->value = field->value;
    node->conversion = field->conversion;
    node->format_spec = field->format_spec;
    return add(parts, node);
}

Mark Builder::add_interpolation(Mark parts, Field* field) {
    if (field->debug)
        add(parts, field->debug);
    auto* node = make<Interpolation>(field->span);
    node->value = field->value;
    node->text = m_arena.name(trimmed(text_between(*field->before_value, *field->behind_value)));
    node->conversion = field->conversion;
    node->format_spec = field->format_spec;
    return add(parts, node);
}

} // namespace ouro::lang
