"""The stand-in over REST: threads, forums, roles, members and direct messages."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.playground.standin.permissions import Permission
from bot.playground.standin.world import Channel, ChannelType, Role
from tests.playground.rest_town import Answer, Town, open_town

TAGS = [{"id": str(number), "name": f"Tag {number}", "moderated": False} for number in range(71, 77)]


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    async with open_town() as opened:
        yield opened


@pytest.fixture
def forum(town: Town) -> Channel:
    made = town.world.add_channel(town.guild, "reports", type=ChannelType.FORUM, require_tag=True)
    made.available_tags = TAGS
    return made


async def begin(town: Town, name: str = "Ferry", channel: Channel | None = None, **more: object) -> Answer:
    path = f"/channels/{(channel or town.news).id}/threads"
    return await town.call("POST", path, {"name": name, "type": 11, **more})


async def a_thread(town: Town) -> Channel:
    return town.world.channels[int((await begin(town)).id)]


async def test_a_message_begins_one_thread_that_has_its_id(town: Town) -> None:
    sent = (await town.say("The ferry sails.")).id
    path = f"{town.messages(message=sent)}/threads"
    begun = await town.call("POST", path, {"name": "Ferry"})
    assert (begun.id, begun.json["type"], begun.json["parent_id"]) == (sent, 11, str(town.news.id))
    assert (await town.call("POST", path, {"name": "Ferry"})).refusal == (400, 160004)


async def test_threads_are_listed_until_they_are_archived(town: Town) -> None:
    thread = await a_thread(town)
    active = f"/guilds/{town.guild.id}/threads/active"
    assert [one["id"] for one in (await town.call("GET", active)).json["threads"]] == [str(thread.id)]
    archived = await town.call("PATCH", f"/channels/{thread.id}", {"archived": True})
    assert archived.json["thread_metadata"]["archived"] is True
    assert (await town.call("GET", active)).json["threads"] == []


@pytest.mark.parametrize(("size", "status"), [(0, 400), (1, 200), (100, 200), (101, 400)])
async def test_the_name_of_a_thread_has_one_to_a_hundred_characters(town: Town, size: int, status: int) -> None:
    answer = await begin(town, "é" * size)
    assert answer.status // 100 == status // 100
    assert status == 200 or answer.refusal == (400, 50035)


async def test_threads_are_begun_only_by_right(town: Town) -> None:
    sent = (await town.say("The ferry sails.")).id
    town.world.deny(town.news, town.world.bot, Permission.CREATE_PUBLIC_THREADS)
    assert (await begin(town)).refusal == (403, 50013)
    assert (await town.call("POST", f"{town.messages(message=sent)}/threads", {"name": "A"})).refusal == (403, 50013)


async def test_a_thread_has_its_parents_rules_but_its_own_right_to_send(town: Town) -> None:
    thread = await a_thread(town)
    town.world.deny(town.news, town.world.bot, Permission.SEND_MESSAGES)
    assert (await town.say("Here", channel=thread)).status == 200
    town.world.deny(town.news, town.world.bot, Permission.SEND_MESSAGES_IN_THREADS)
    assert (await town.say("Here", channel=thread)).refusal == (403, 50013)
    town.world.deny(town.news, town.world.bot, Permission.VIEW_CHANNEL)
    assert (await town.say("Here", channel=thread)).refusal == (403, 50001)


async def test_sending_reopens_an_archived_thread_but_not_a_locked_one(town: Town) -> None:
    thread = await a_thread(town)
    thread.archived = True
    assert (await town.say("Here", channel=thread)).status == 200
    assert thread.archived is False
    thread.archived = thread.locked = True
    assert (await town.say("Here", channel=thread)).refusal == (400, 50083)
    assert thread.archived is True


async def test_a_thread_is_archived_by_its_owner_and_locked_only_by_right(town: Town) -> None:
    own = await a_thread(town)
    theirs = town.world.add_thread(town.news, "Theirs", owner=town.owner)
    assert (await town.call("PATCH", f"/channels/{own.id}", {"archived": True})).status == 200
    assert (await town.call("PATCH", f"/channels/{own.id}", {"locked": True})).refusal == (403, 50013)
    assert (await town.call("PATCH", f"/channels/{theirs.id}", {"archived": True})).refusal == (403, 50013)
    town.world.allow(town.news, town.world.bot, Permission.MANAGE_THREADS)
    assert (await town.call("PATCH", f"/channels/{theirs.id}", {"archived": True, "locked": True})).status == 200
    assert (theirs.archived, theirs.locked) == (True, True)


async def test_a_forum_post_is_a_thread_with_its_first_message(town: Town, forum: Channel) -> None:
    post = await begin(town, channel=forum, message={"content": "The ferry sails."}, applied_tags=["71"])
    assert (post.json["parent_id"], post.json["applied_tags"]) == (str(forum.id), ["71"])
    assert post.json["message"]["content"] == "The ferry sails."
    assert town.shown(town.world.channels[int(post.id)]) == ["The ferry sails."]


async def test_a_forum_takes_no_message_outside_a_post(town: Town, forum: Channel) -> None:
    assert (await town.say("Hello", channel=forum)).refusal == (400, 50008)


async def test_a_forum_that_requires_a_tag_refuses_a_post_without(town: Town, forum: Channel) -> None:
    assert (await begin(town, channel=forum, message={"content": "Hello"})).refusal == (400, 40067)
    forum.require_tag = False
    assert (await begin(town, channel=forum, message={"content": "Hello"})).status in {200, 201}


@pytest.mark.parametrize(("tags", "is_taken"), [(TAGS[:5], True), (TAGS[:6], False), ([{"id": "99"}], False)])
async def test_a_post_has_at_most_five_tags_of_its_forum(
    town: Town, forum: Channel, tags: list[dict[str, str]], is_taken: bool
) -> None:
    answer = await begin(town, channel=forum, message={"content": "A"}, applied_tags=[one["id"] for one in tags])
    assert is_taken == (answer.status in {200, 201})
    assert is_taken or answer.refusal == (400, 50035)


async def test_a_refused_post_leaves_no_thread(town: Town, forum: Channel) -> None:
    before = set(town.world.channels)
    assert (await begin(town, channel=forum, message={}, applied_tags=["71"])).refusal == (400, 50006)
    assert (await begin(town, channel=forum, message={"content": "é" * 2001}, applied_tags=["71"])).status == 400
    town.world.deny(forum, town.world.bot, Permission.SEND_MESSAGES)
    assert (await begin(town, channel=forum, message={"content": "A"}, applied_tags=["71"])).refusal == (403, 50013)
    assert set(town.world.channels) == before


async def test_a_message_of_an_announcement_channel_is_crossposted_once(town: Town) -> None:
    channel = town.world.add_channel(town.guild, "announcements", type=ChannelType.ANNOUNCEMENT)
    path = town.messages(channel, (await town.say("The ferry sails.", channel=channel)).id) + "/crosspost"
    assert (await town.call("POST", path)).json["flags"] & 1
    assert (await town.call("POST", path)).refusal == (400, 40033)


async def test_an_ordinary_channel_crossposts_nothing(town: Town) -> None:
    path = town.messages(message=(await town.say("Hello")).id)
    assert (await town.call("POST", f"{path}/crosspost")).refusal == (400, 50024)


async def test_a_channel_is_deleted_only_by_right_and_then_unknown(town: Town) -> None:
    path = f"/channels/{town.news.id}"
    assert (await town.call("DELETE", path)).refusal == (403, 50013)
    town.world.allow(town.news, town.world.bot, Permission.MANAGE_CHANNELS)
    assert (await town.call("DELETE", path)).status == 200
    assert (await town.call("GET", path)).refusal == (404, 10003)
    assert (await town.say("Hello")).refusal == (404, 10003)


async def test_the_channels_of_a_guild_are_listed_without_threads(town: Town, forum: Channel) -> None:
    await a_thread(town)
    listed = (await town.call("GET", f"/guilds/{town.guild.id}/channels")).json
    assert [one["id"] for one in listed] == [str(town.news.id), str(forum.id)]


async def roles_of(town: Town) -> set[str]:
    path = f"/guilds/{town.guild.id}/members/{town.owner.id}"
    return set((await town.call("GET", path)).json["roles"])


def giving(town: Town, role: Role) -> str:
    return f"/guilds/{town.guild.id}/members/{town.owner.id}/roles/{role.id}"


async def test_a_role_is_made_given_taken_and_deleted(town: Town) -> None:
    path = f"/guilds/{town.guild.id}/roles"
    made = await town.call("POST", path, {"name": "Aldmark news", "permissions": "0", "mentionable": True})
    assert (made.json["name"], made.json["permissions"], made.json["mentionable"]) == ("Aldmark news", "0", True)
    role = town.guild.roles[int(made.id)]
    assert (await town.call("PUT", giving(town, role))).status == 204
    assert (await town.call("PUT", giving(town, role))).status == 204
    assert await roles_of(town) == {made.id}
    assert (await town.call("DELETE", giving(town, role))).status == 204
    assert await roles_of(town) == set()
    await town.call("PUT", giving(town, role))
    assert (await town.call("DELETE", f"{path}/{role.id}")).status == 204
    assert made.id not in [one["id"] for one in (await town.call("GET", path)).json]
    assert await roles_of(town) == set()


async def test_a_new_role_stands_below_all_but_everyone(town: Town) -> None:
    first = town.guild.roles[int((await town.call("POST", f"/guilds/{town.guild.id}/roles", {"name": "A"})).id)]
    second = town.guild.roles[int((await town.call("POST", f"/guilds/{town.guild.id}/roles", {"name": "B"})).id)]
    everyone = town.guild.roles[town.guild.id]
    assert everyone.position == 0 < second.position < first.position < town.own_role.position


async def test_a_role_cannot_hold_what_the_bot_may_not_do(town: Town) -> None:
    path = f"/guilds/{town.guild.id}/roles"
    refused = await town.call("POST", path, {"name": "Chiefs", "permissions": str(int(Permission.ADMINISTRATOR))})
    assert refused.refusal == (403, 50013)
    taken = await town.call("POST", path, {"name": "Readers", "permissions": str(int(Permission.VIEW_CHANNEL))})
    assert taken.status == 200


@pytest.mark.parametrize(("size", "is_taken"), [(100, True), (101, False)])
async def test_the_name_of_a_role_has_at_most_a_hundred_characters(town: Town, size: int, is_taken: bool) -> None:
    answer = await town.call("POST", f"/guilds/{town.guild.id}/roles", {"name": "é" * size})
    assert is_taken == (answer.status == 200)
    assert is_taken or answer.refusal == (400, 50035)


async def test_without_manage_roles_no_role_is_touched(town: Town) -> None:
    role = town.world.add_role(town.guild, "Readers")
    town.own_role.permissions &= ~Permission.MANAGE_ROLES
    for method, path in (
        ("POST", f"/guilds/{town.guild.id}/roles"),
        ("DELETE", f"/guilds/{town.guild.id}/roles/{role.id}"),
        ("PUT", giving(town, role)),
        ("DELETE", giving(town, role)),
    ):
        assert (await town.call(method, path, {"name": "A"})).refusal == (403, 50013), (method, path)
    assert await roles_of(town) == set()


async def test_a_role_above_the_bots_and_one_of_a_bot_can_be_neither_given_nor_deleted(town: Town) -> None:
    above = town.world.add_role(town.guild, "Chiefs")
    above.position = town.own_role.position + 1
    for role in (above, town.own_role):
        assert (await town.call("PUT", giving(town, role))).refusal == (403, 50013)
        assert (await town.call("DELETE", f"/guilds/{town.guild.id}/roles/{role.id}")).refusal == (403, 50013)
    assert {above.id, town.own_role.id} < set(town.guild.roles)


async def open_dm(town: Town, recipient: object) -> Answer:
    return await town.call("POST", "/users/@me/channels", {"recipient_id": str(recipient)})


async def test_direct_messages_with_a_member_are_opened_once(town: Town) -> None:
    opened = await open_dm(town, town.owner.id)
    assert (opened.json["type"], opened.json["recipients"][0]["id"]) == (1, str(town.owner.id))
    assert (await open_dm(town, town.owner.id)).id == opened.id
    dm = town.world.channels[int(opened.id)]
    assert (await town.say("Good morning", channel=dm)).status == 200
    assert [one["content"] for one in (await town.call("GET", town.messages(dm))).json] == ["Good morning"]


async def test_direct_messages_need_a_common_guild_and_somebody(town: Town) -> None:
    assert (await open_dm(town, town.stranger.id)).refusal == (403, 50278)
    assert (await open_dm(town, 7)).refusal == (404, 10013)
    assert (await open_dm(town, town.world.bot.id)).refusal == (404, 10013)


async def test_who_closed_their_direct_messages_gets_none(town: Town) -> None:
    dm = town.world.channels[int((await open_dm(town, town.owner.id)).id)]
    town.owner.dms_closed = True
    assert (await town.say("Good morning", channel=dm)).refusal == (403, 50007)
    assert town.shown(dm) == []


ALLOW_ALL = {"parse": ["everyone", "roles", "users"]}


@pytest.mark.parametrize(
    ("allowed", "is_mentionable", "may_mention_all", "notified"),
    [
        (None, True, True, "role user everyone"),
        (None, False, False, "user"),
        (ALLOW_ALL, True, False, "role user"),
        (ALLOW_ALL, False, True, "role user everyone"),
        ({"parse": []}, True, True, ""),
        ({"parse": ["users"]}, True, True, "user"),
        ({"parse": ["everyone"]}, True, False, ""),
        ({"parse": [], "roles": ["ROLE"]}, True, False, "role"),
        ({"parse": [], "roles": ["ROLE"]}, False, False, ""),
        ({"parse": [], "roles": ["7"], "users": ["7"]}, True, True, ""),
        ({"parse": [], "users": ["USER"]}, True, True, "user"),
    ],
)
@pytest.mark.parametrize("is_layout", [False, True])
async def test_who_is_notified_is_mentioned_allowed_and_may_be_mentioned(
    town: Town,
    allowed: dict[str, list[str]] | None,
    is_mentionable: bool,
    may_mention_all: bool,
    notified: str,
    is_layout: bool,
) -> None:
    role = town.world.add_role(town.guild, "Readers", mentionable=is_mentionable)
    if may_mention_all:
        town.own_role.permissions |= Permission.MENTION_EVERYONE
    ids = {"ROLE": str(role.id), "USER": str(town.owner.id)}
    said = f"@everyone <@&{role.id}> <@{town.owner.id}>"
    body: dict[str, object] = {"content": said}
    if is_layout:
        body = {"flags": 1 << 15, "components": [{"type": 17, "components": [{"type": 10, "content": said}]}]}
    if allowed is not None:
        body["allowed_mentions"] = {kind: [ids.get(one, one) for one in listed] for kind, listed in allowed.items()}
    assert (await town.call("POST", town.messages(), body)).status == 200
    message = town.news.messages[-1]
    assert message.mentioned_roles == ([role.id] if "role" in notified else [])
    assert message.mentioned_users == ([town.owner.id] if "user" in notified else [])
    assert message.mentions_everyone == ("everyone" in notified)
