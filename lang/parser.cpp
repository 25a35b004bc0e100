// SPDX-License-Identifier: MIT
//
// Runs the parser that Bison makes of grammar.yy.
#include "lang/parser.hpp"

#include "lang/grammar.hpp"

#include <algorithm>

namespace ouro::lang {

std::variant<Module, SyntaxError> parse(const Source& source, const Tokenized& tokenized, Arena& arena,
                                        ParseMode mode) {
    Builder builder(source, tokenized, arena, mode);
    Grammar grammar(builder);
    if (grammar.parse() != 0 || builder.failed())
        return builder.take_error();
    return builder.module();
}

bool may_go_on(const Source& source, const Tokenized& tokenized, Arena& arena) {
    if (tokenized.literal_error || (tokenized.error && !tokenized.ends_early))
        return false;
    Builder builder(source, tokenized, arena, ParseMode::Interactive);
    if (Grammar(builder).parse() == 0 && !builder.failed())
        return true;
    const Token* refused = builder.refused();
    return refused && std::all_of(refused, tokenized.tokens.data() + tokenized.tokens.size(), [](const Token& token) {
        return token.kind == TokenKind::DEDENT || token.kind == TokenKind::ENDMARKER ||
               token.kind == TokenKind::ERRORTOKEN;
    });
}

std::variant<Module, SyntaxError> parse(const Source& source, Arena& arena, ParseMode mode,
                                        std::vector<SyntaxWarning>* warnings) {
    Tokenized tokenized = tokenize(source, arena);
    if (warnings)
        warnings->insert(warnings->end(), tokenized.warnings.begin(), tokenized.warnings.end());
    return parse(source, tokenized, arena, mode);
}

} // namespace ouro::lang
