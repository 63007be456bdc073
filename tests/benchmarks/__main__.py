"""All benchmarks, a table each: `make bench`. Not part of the tests; figures are ratios within one run."""

from __future__ import annotations

from tests.benchmarks import (
    archive,
    discord_side,
    gates,
    grouping,
    intake,
    known_feeds,
    page,
    pages,
    sentences,
    stories,
    summaries,
)
from tests.data_path import ROOT

if not ROOT.exists():
    raise SystemExit(f"the measuring files are not here: {ROOT} (set TIDINGS_DATA to their folder)")
intake.main()
known_feeds.main()
pages.main()
grouping.main(())
sentences.main()
stories.main()
summaries.main()
gates.main()
page.main()
discord_side.main()
archive.main()
