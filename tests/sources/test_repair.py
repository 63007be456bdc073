from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from digests.sources.repair import repair

CDATA = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z))", re.DOTALL)
PIECES = st.lists(
    st.sampled_from(["<![CDATA[", "]]>", "&", "&amp;", "&eacute;", "tide", "<b>", "]", "&x"]), max_size=12
)


@given(PIECES)
def test_signs_are_settled_outside_cdata_only_as_a_pattern_that_splits_it_off_says(pieces: list[str]) -> None:
    text = "<rss>" + "".join(pieces)
    split = CDATA.split(text)
    split[::2] = [repair(f"<rss>{piece}").removeprefix(b"<rss>").decode() for piece in split[::2]]
    assert repair(text).decode() == "".join(split)
