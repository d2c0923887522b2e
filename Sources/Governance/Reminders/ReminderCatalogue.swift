import Plugins
package import Values

/// One kind of thing that letters are about: a pure function of the states of a day.
protocol ReminderSource: SendableMetatype {
  /// What has to be loaded for it beside what tells who is who.
  static var needs: [Need] { get }

  /// What is open on the day of the scene; nothing that somebody has done.
  static func open(in scene: ReminderScene) -> [DueMatter]
}

/// Everything that letters are about; a new source is added here and nowhere else.
package enum ReminderCatalogue {
  static let sources: [any ReminderSource.Type] = [
    TermReminders.self, ConfirmationReminders.self, CensusReminders.self, ActionReminders.self,
    DeliverableReminders.self, ProcedureReminders.self, MinutesReminders.self,
    ObligationReminders.self,
  ]

  /// How far back a letter is written that no tick has written: who begins late does not write to everybody at once.
  package static let reach = Period(years: 1)

  package static let needs: [Need] = RoleFacts.needs + sources.flatMap { $0.needs }

  /// Every step of what is open, past and to come, in the order of their days.
  package static func reminders(in scene: ReminderScene) -> [Reminder] {
    sources.flatMap { $0.open(in: scene) }.flatMap { $0.reminders(under: scene.rules) }
      .filter { $0.on + reach > scene.day }.sorted(by: Reminder.isBefore)
  }
}

extension Reminder {
  /// Whether its day has come.
  package func isDue(on day: Day) -> Bool { on <= day }
}
