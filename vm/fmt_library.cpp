// SPDX-License-Identifier: MIT
//
// The compiled part of {fmt}, made here from its header: Debian has it as a shared library only, which would bring the
// shared libstdc++ along, and the command would spend more than half of its start on linking both. Nothing of ours
// stands here, and no part of fmt that asks the locale.
#define FMT_STATIC_THOUSANDS_SEPARATOR ','
#include <fmt/format-inl.h>

namespace fmt {
inline namespace v9 {
namespace detail {

template FMT_API dragonbox::decimal_fp<float> dragonbox::to_decimal(float x) noexcept;
template FMT_API dragonbox::decimal_fp<double> dragonbox::to_decimal(double x) noexcept;
template FMT_API thousands_sep_result<char> thousands_sep_impl(locale_ref);
template FMT_API char decimal_point_impl(locale_ref);

} // namespace detail
} // namespace v9
} // namespace fmt
