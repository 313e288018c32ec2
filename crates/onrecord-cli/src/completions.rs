//! `onrecord completions`: what the shell asks for when a user presses Tab.

use crate::report;
use clap::CommandFactory;
use clap_complete::{Shell, generate};
use std::io::{self, Write};
use std::process::ExitCode;

/// Print completions for a shell
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  onrecord completions bash > ~/.local/share/bash-completion/completions/onrecord
  onrecord completions zsh > ~/.zfunc/_onrecord
  onrecord completions fish > ~/.config/fish/completions/onrecord.fish")]
pub struct Args {
    /// bash, elvish, fish, powershell or zsh
    #[arg(hide_possible_values = true)]
    shell: Shell,
}

/// Runs the subcommand.
pub fn run<C: CommandFactory>(args: &Args) -> ExitCode {
    let mut script = Vec::new();
    generate(args.shell, &mut C::command(), "onrecord", &mut script);
    report::written(io::stdout().write_all(&script).map(|()| ExitCode::SUCCESS))
}
