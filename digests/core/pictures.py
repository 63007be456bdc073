"""Which stories show a picture where a guild wants not all of them."""

from __future__ import annotations

from dataclasses import replace

from digests.core.digest import Card, Digest
from digests.core.gravity import is_graphic
from digests.core.members import Images


def is_shown(card: Card, images: Images) -> bool:
    """Tell whether a guild wants a story's picture to be seen."""
    if images is Images.NO_GRAPHIC:
        return not is_graphic("\n".join([card.title, *(sentence.text for sentence in card.told)]))
    return images is Images.ALL


def with_pictures(digest: Digest, images: Images) -> Digest:
    """Give a digest with the pictures a guild wants to be seen."""
    return digest.with_cards(lambda card: card if is_shown(card, images) else replace(card, picture=None))
