// SPDX-License-Identifier: MIT
//
// The functions of module math that have files of their own; the table is in math.cpp.
#pragma once

#include "vm/model/native.hpp"
#include "vm/model/core.hpp"

namespace ouro::stdlib {

// math_integers.cpp
vm::Result<vm::Value> math_factorial(vm::VM& vm, vm::Value n);
vm::Result<vm::Value> math_comb(vm::VM& vm, vm::Value n, vm::Value k);
vm::Result<vm::Value> math_perm(vm::VM& vm, vm::Value n, vm::Value k);
vm::Result<vm::Value> math_gcd(vm::VM& vm, vm::Args integers);
vm::Result<vm::Value> math_lcm(vm::VM& vm, vm::Args integers);
vm::Result<vm::Value> math_isqrt(vm::VM& vm, vm::Value n);

// math_sums.cpp
vm::Result<double> math_fsum(vm::VM& vm, vm::Value items);
vm::Result<vm::Value> math_prod(vm::VM& vm, vm::Value items, vm::Value start);
vm::Result<vm::Value> math_sumprod(vm::VM& vm, vm::Value p, vm::Value q);
vm::Result<double> math_hypot(vm::VM& vm, vm::Args coordinates);
vm::Result<double> math_dist(vm::VM& vm, vm::Value p, vm::Value q);

// math_gamma.cpp
vm::Result<double> math_gamma(vm::VM& vm, double x);
vm::Result<double> math_lgamma(vm::VM& vm, double x);

// ValueError "expected {wanted}, got x"; without `wanted`: "math domain error".
vm::Raised math_domain_error(vm::VM& vm, const char* wanted = nullptr, double x = 0);
inline vm::Raised math_range_error(vm::VM& vm) { return vm.overflow_error("math range error"); }

} // namespace ouro::stdlib
