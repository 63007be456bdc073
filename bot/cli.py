"""The command line `tidings`: its commands by name, where the configuration is, what exit codes mean. No work here.

A command registers with one line in `COMMANDS`: its name → "module:function" (a click command or group, which may use
`load_settings` and `fail`). Its module loads only when it is called, so keep heavy imports inside functions: the help
of everything must show at once. `--config` is added to every command by this file.

Exit codes: 0 done, 1 it ran and failed, 2 wrong use or wrong configuration, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NoReturn

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from config.settings import Settings

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "init": "bot.commands.init:init",
        "check": "bot.commands.check:check",
        "run": "bot.commands.run:run",
        "demo": "bot.commands.demo:demo",
        "digest": "bot.commands.digest:digest",
        "feeds": "bot.commands.feeds:feeds",
        "doctor": "bot.commands.doctor:doctor",
        "backup": "bot.commands.copies:backup",
        "restore": "bot.commands.copies:restore",
        "lab": "bot.commands.lab:lab",
        "completion": "bot.commands.completion:completion",
    }
)
SUMMARIES: Mapping[str, str] = MappingProxyType(
    {
        "init": "Write a commented tidings.toml.",
        "check": "Validate the configuration.",
        "run": "Poll feeds, and post digests at their times.",
        "demo": "Run the main job once, offline, on bundled feeds.",
        "digest": "Print one digest of feed addresses, OPML files and feed files.",
        "feeds": "List, check, import and export feeds.",
        "doctor": "Say on one page how it is, and what to do.",
        "backup": "Copy the database, also while the bot runs.",
        "restore": "Put a copy in the place of the database.",
        "lab": "Try the engine's parts on files.",
        "completion": "Print what completes this command line in a shell.",
    }
)
"""What `tidings --help` says, so that it need not load the commands."""

DEFAULT_FILE = "tidings.toml"
CONFIG = "tidings.config"
SETTINGS = "tidings.settings"


class LazyGroup(click.Group):
    """A group that loads a command when it is called, and takes `--config` before or after its name."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Give the names in the order of a first day with Tidings."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Give the loaded command, or None where there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, function = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), function)
        _take_config(command)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Give the commands that begin so, without loading them: a shell asks at each press of Tab."""
        named = [CompletionItem(name, help=said) for name, said in SUMMARIES.items() if name.startswith(incomplete)]
        return named or super().shell_complete(ctx, incomplete)

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(SUMMARIES.items()))


def _take_config(command: click.Command) -> None:
    """Add `--config` to a command and to those below it, once."""
    if not any(param.name == "config" for param in command.params):
        command.params.append(_config_option())
    if isinstance(command, click.Group):
        for child in command.commands.values():
            _take_config(child)


def _config_option() -> click.Option:
    def remember(ctx: click.Context, _param: click.Parameter, value: Path | None) -> None:
        if value is not None:
            ctx.meta[CONFIG] = value

    return click.Option(
        ["--config"],
        type=click.Path(path_type=Path),
        metavar="PATH",
        expose_value=False,
        is_eager=True,
        callback=remember,
        help="The configuration; else $TIDINGS_CONFIG, else ./tidings.toml.",
    )


@click.command("tidings", cls=LazyGroup, params=[_config_option()])
@click.version_option(package_name="tidings", message="%(prog)s %(version)s")
def tidings() -> None:
    """Many feeds in, one short page of cited stories out."""


def config_path(ctx: click.Context) -> Path | None:
    """Give the file that was named, or ./tidings.toml if it is there, or None."""
    named = ctx.meta.get(CONFIG) or os.environ.get("TIDINGS_CONFIG")
    if named:
        return Path(named)
    return Path(DEFAULT_FILE) if Path(DEFAULT_FILE).exists() else None


def load_settings(ctx: click.Context) -> Settings:
    """Give the settings, read once a call; where they are wrong, print every problem and exit with 2."""
    from config.problems import ConfigError

    if SETTINGS not in ctx.meta:
        try:
            ctx.meta[SETTINGS] = read_settings(ctx)
        except ConfigError as error:
            from bot.replies import describe, of_terminal

            for line in describe(error, of_terminal()):
                click.echo(line, err=True)
            raise click.exceptions.Exit(2) from None
    settings: Settings = ctx.meta[SETTINGS]
    return settings


def read_settings(ctx: click.Context) -> Settings:
    """Give the settings as they stand now. Raises ConfigError with every problem."""
    from bot.orders import unreadable_queries
    from config.loading import load

    return load(config_path(ctx), os.environ, check=unreadable_queries)


def fail(key: str, **fields: object) -> NoReturn:
    """Print the reply of a key on stderr and exit with 1."""
    from bot.replies import of_terminal

    click.echo(of_terminal().say(key, **fields), err=True)
    raise click.exceptions.Exit(1)


def call(argv: Sequence[str]) -> int:
    """Run a command line and give its exit code; what stops us is told in a sentence, not in a traceback."""
    from digests.core.errors import TidingsError

    try:
        result = tidings.main(args=list(argv), prog_name="tidings", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.exceptions.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        return _leave_pipe()
    except SystemExit as error:  # click itself ends so where the reader of a pipe left
        return error.code if isinstance(error.code, int) else 1
    except TidingsError as error:
        click.echo(sentence(error), err=True)
        return 1
    return result if isinstance(result, int) else 0


def _leave_pipe() -> int:
    """Python flushes stdout once more at exit; let that go nowhere, quietly."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def sentence(error: Exception) -> str:
    """Give what stops us as a sentence, with what to do."""
    from bot.replies import of_terminal
    from digests.core import errors

    keys = {
        errors.StoreIsNewerError: "store-newer",
        errors.StoreIsForeignError: "store-foreign",
        errors.StoreIsBusyError: "store-busy",
        errors.StoreIsDamagedError: "store-damaged",
        errors.StoreIsFullError: "store-full",
    }
    match error:
        case errors.StoreError():
            return of_terminal().say(keys.get(type(error), "store-unusable"), path=error.path, reason=str(error))
        case errors.UseError():
            return of_terminal().say(error.code, **error.fields)
    return str(error)


def main() -> NoReturn:
    """Run the command line of this process."""
    sys.exit(call(sys.argv[1:]))
