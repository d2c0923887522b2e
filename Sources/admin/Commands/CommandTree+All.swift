extension CommandTree {
  /// Every command of the program, in the order of the overview.
  static let all = CommandTree(
    commands: [InitCommand.command, StatusCommand.command] + Command.acts + Command.views
      + [ExplainCommand.command] + LogCommands.all + RulesCommands.all
      + [DiffCommand.command, PlanCommand.command, SimulateCommand.command]
      + [ApplyCommand.command, ImportCommand.command, VerifyCommand.command]
      + [RebuildCommand.command, .version])
}
