"""What the bot of the interaction tests can be asked: a command of every kind, and a page and a form to click on."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands, ui

from tests.playground.gateway_town import Bot

Asked = discord.Interaction[Bot]
TOWNS = ["Aldmouth", "Kestrel Bay", "Orrin"]

topic = app_commands.Group(name="topic", description="Topics", guild_only=True)
feeds = app_commands.Group(name="feed", description="Feeds of topics", parent=topic)


@topic.command(description="Begin a topic")
async def create(
    asked: Asked,
    name: app_commands.Range[str, 2, 20],
    cards: app_commands.Range[int, 1, 9] = 5,
    weight: float = 1.0,
    quiet: bool = False,
    where: discord.TextChannel | None = None,
    who: discord.Member | None = None,
    role: discord.Role | None = None,
    file: discord.Attachment | None = None,
) -> None:
    given = [name, cards, weight, quiet, *(one and one.id for one in (where, who, role)), file and file.filename]
    await asked.response.send_message(" ".join(map(str, given)), ephemeral=True)


@feeds.command(description="Add a feed")
@app_commands.choices(
    kind=[app_commands.Choice(name="A page", value="page"), app_commands.Choice(name="RSS", value="rss")]
)
async def add(asked: Asked, town: str, kind: app_commands.Choice[str] | None = None) -> None:
    await asked.response.send_message(f"{town} {kind and kind.value}")


@add.autocomplete("town")
async def towns(asked: Asked, typed: str) -> list[app_commands.Choice[str]]:
    kind = getattr(asked.namespace, "kind", None) or "any"
    fitting = [one for one in TOWNS if one.lower().startswith(typed.lower())]
    return [app_commands.Choice(name=f"{one} ({kind})", value=one) for one in fitting]


@app_commands.command(description="Who and where one is")
async def whoami(asked: Asked) -> None:
    roles = len(asked.user.roles) - 1 if isinstance(asked.user, discord.Member) else "none"
    may = f"{asked.permissions.manage_guild} {asked.app_permissions.manage_roles}"
    await asked.response.send_message(f"{asked.user.name} {roles} {may} {asked.locale} {asked.guild_id}")


@app_commands.command(description="For moderators")
@app_commands.default_permissions(manage_guild=True)
async def moderate(asked: Asked) -> None:
    await asked.response.send_message("Done")


@app_commands.command(description="For administrators")
@app_commands.default_permissions()
async def administer(asked: Asked) -> None:
    await asked.response.send_message("Done")


@app_commands.command(description="Answers later")
async def later(asked: Asked, alone: bool, times: int = 1) -> None:
    await asked.response.defer(ephemeral=alone, thinking=True)
    for number in range(times):
        await asked.followup.send(f"Part {number}", ephemeral=not alone)


class Page(ui.LayoutView):
    """A layout with a button and a menu that outlive the process."""

    def __init__(self, count: int = 0) -> None:
        super().__init__(timeout=None)
        self.add_item(ui.Container(ui.TextDisplay(f"# Ferry\nRead {count} times."), ui.ActionRow(Count.made(count))))
        options = [discord.SelectOption(label=one, value=one) for one in TOWNS]
        menu: ui.Select[Any] = ui.Select(
            custom_id="menu:town", placeholder="Choose towns", options=options, max_values=2
        )
        self.add_item(ui.ActionRow(Menu(menu)))
        self.add_item(ui.ActionRow(ui.Button(label="Read on", url="https://example.com/ferry")))


class Count(ui.DynamicItem[ui.Button[Any]], template=r"count:(?P<count>\d+)"):
    """A button that counts in its custom id."""

    def __init__(self, button: ui.Button[Any], count: int) -> None:
        super().__init__(button)
        self.count = count

    @classmethod
    def made(cls, count: int) -> Count:
        return cls(ui.Button(label="Read", custom_id=f"count:{count}"), count)

    @classmethod
    async def from_custom_id(cls, _asked: Any, item: ui.Item[Any], match: Any) -> Count:
        assert isinstance(item, ui.Button)
        return cls(item, int(match["count"]))

    async def callback(self, asked: discord.Interaction[Any]) -> None:
        await asked.response.edit_message(view=Page(self.count + 1))


class Menu(ui.DynamicItem[ui.Select[Any]], template="menu:town"):
    """A menu that answers who chose with what was chosen."""

    @classmethod
    async def from_custom_id(cls, _asked: Any, item: ui.Item[Any], _match: Any) -> Menu:
        assert isinstance(item, ui.Select)
        return cls(item)

    async def callback(self, asked: discord.Interaction[Any]) -> None:
        await asked.response.defer()
        await asked.followup.send(" and ".join(self.item.values), ephemeral=True)


@app_commands.command(description="Show a page")
async def page(asked: Asked) -> None:
    await asked.response.send_message(view=Page())


class Form(ui.Modal, title="A new topic"):
    """A form of two fields."""

    name = ui.TextInput[Any](label="Name", custom_id="name", min_length=2, max_length=20)
    note = ui.Label[Any](text="Note", component=ui.TextInput(custom_id="note", required=False, default="none"))

    async def on_submit(self, asked: discord.Interaction[Any]) -> None:
        assert isinstance(self.note.component, ui.TextInput)
        await asked.response.send_message(f"{self.name.value}: {self.note.component.value}", ephemeral=True)


@app_commands.command(description="Open a form")
async def form(asked: Asked) -> None:
    await asked.response.send_modal(Form())


@app_commands.context_menu(name="Why this?")
async def why(asked: Asked, message: discord.Message) -> None:
    await asked.response.send_message(f"Because of {message.content}", ephemeral=True)


COMMANDS = (topic, whoami, moderate, administer, later, page, form, why)
