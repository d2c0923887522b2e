extension CommandTree {
  /// Every command of the program, in the order of the overview.
  static let all = CommandTree(commands: LogCommands.all + [.version])
}
