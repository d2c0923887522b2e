extension CommandTree {
  /// Every command of the program, in the order of the overview.
  static let all = CommandTree(
    before: [InitCommand.command, StatusCommand.command, DeskCommand.command],
    acts: { Command.acts },
    after: Array(
      [
        KeyCommands.all, Command.views, [OwnViewCommand.show], DocumentCommands.all,
        MotionCommands.all,
        [CalendarCommand.command, RoomCommand.attendance, SpeakersCommand.speakers],
        RulesDocumentCommands.all,
        [
          CompareProgrammes.command, ActivityCommand.command, ChainCommand.command,
          ExplainCommand.command,
        ],
        LogCommands.all, CheckpointCommands.all, [WitnessCommand.confirm], RulesCommands.all,
        [DiffCommand.command, PlanCommand.command, SimulateCommand.command],
        [TestCommand.command, ApplyCommand.command, ImportCommand.command], SheetCommand.all,
        [TickCommand.command, OutboxCommand.write],
        [VerifyCommand.command, RebuildCommand.command, BackupCommand.command],
        [RestoreCommand.command, FollowCommand.command, ArchiveCommand.command, .version],
      ].joined()))
}
