"""Foreign text for laws: pieces of markup, scripts, ids and addresses between characters of all the world."""

from __future__ import annotations

from hypothesis import strategies as st

MARKS = (
    *(
        "*",
        "**",
        "***",
        "_",
        "__",
        "~~",
        "||",
        "`",
        "``",
        "```",
        "```\n",
        "\\",
        "[",
        "]",
        "(",
        ")",
        "](",
        "<",
        ">",
        "|",
        "~",
    ),
    *(
        "\n# ",
        "\n## ",
        "\n-# ",
        "\n- ",
        "\n  - ",
        "\n1. ",
        "\n> ",
        "\n>>> ",
        "> ",
        "# ",
        "- ",
        "\n",
        " ",
        '"',
        "'",
        "&",
    ),
)
"""What makes up Markdown, none of it a letter."""

PIECES = (
    *MARKS,
    *(
        "[x](https://kestrel.example)",
        '](https://kestrel.example/a_(b) "t")',
        "https://kestrel.example/a*b_c",
        "http://[",
    ),
    *("[x](javascript:alert(1))", "<javascript:alert(1)>", "data:text/html,<b>", '<https://kestrel.example/">'),
    *(
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</article>",
        "<!--",
        "]]>",
        "&lt;",
        "{{ 1 }}",
        "{% x %}",
    ),
    *(
        "<@1>",
        "<@!4>",
        "<@&7>",
        "<#8>",
        "</feed add:12>",
        "<a:wave:123>",
        "<t:0:R>",
        "<t:99999999999999>",
        "<t:9999999999999>",
    ),
    *(
        "@everyone",
        "@here",
        "```py\n",
        "\u202e",
        "\u2067",
        "\u200d",
        "\x00",
        "\x1b[31m",
        "\ufffe",
        "\r\n",
        "\t",
        "\u2028",
    ),
    *("港のフェリー", "العبّارة", "👩‍👩‍👧", "a" * 60),
)

marks_and_letters = st.lists(st.sampled_from((*MARKS, "港", "フ", "ע", "ب", "є")), max_size=60).map("".join)
"""Texts of which every letter is to be read: nothing in them is an address, an id or a language."""

foreign = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join)
