"""Values that a service could send."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st


def json_values(names: Sequence[str]) -> st.SearchStrategy[Any]:
    """Any JSON, with numbers beyond every float and with member names that parsing looks for."""
    numbers = st.integers() | st.sampled_from([10**400, -(10**400)]) | st.floats()
    return st.recursive(
        st.none() | st.booleans() | numbers | st.text(max_size=4),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(names), inner, max_size=5),
        max_leaves=8,
    )
