# SPDX-License-Identifier: MIT
import contextlib
import warnings


@contextlib.contextmanager
def check_no_resource_warning(case):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", ResourceWarning)
        yield
    case.assertEqual([], caught)


@contextlib.contextmanager
def check_warnings(*filters, quiet=True):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield caught
