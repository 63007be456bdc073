"""`tidings completion SHELL`: the script by which a shell completes our command line. Click writes and answers it."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from bot.cli import tidings

SHELLS = ("bash", "zsh", "fish")
ASKS = "_TIDINGS_COMPLETE"
"""The variable by which a shell asks; click makes it of the program's name."""


@click.command(
    epilog="""\b
Examples:
  tidings completion bash > ~/.local/share/bash-completion/completions/tidings
  tidings completion zsh > ~/.zfunc/_tidings      (with ~/.zfunc in fpath)
  tidings completion fish > ~/.config/fish/completions/tidings.fish

Exit codes: 0 done, 2 wrong use."""
)
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print what completes this command line in a shell: commands, options, choices and files."""
    found = get_completion_class(shell)
    assert found is not None  # click knows these three
    click.echo(found(tidings, {}, "tidings", ASKS).source(), nl=False)
