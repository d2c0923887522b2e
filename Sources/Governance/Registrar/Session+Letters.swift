import EventStore
import Plugins
import Values

extension Session {
  /// The letters that are due on a day and not written, to persons who can be reached, in their order.
  ///
  /// - Throws: `zone-missing`, and what is wrong with the log.
  mutating func letters(on day: Day, by post: Post) throws -> [LetterFacts] {
    guard let rules = try rulesInForce(on: day) else { return [] }
    let due = try reminders(on: day, under: rules).filter { $0.isDue(on: day) }
    var letters: [LetterFacts] = []
    for reminder in due {
      guard let person = reminder.person, let id = reminder.letterID(in: rules.id) else { continue }
      try load([.one(EntityKey(id)), .one(EntityKey(person))])
      // One that was struck is not written again either.
      guard ledger[id] == nil, let found = ledger[person], found.erasedBy == nil,
        try post.reaches(person)
      else { continue }
      let language = post.language(for: found, under: rules)
      letters += [reminder.letter(in: language, else: rules.languages)].compactMap(\.self)
    }
    return letters
  }

  private mutating func reminders(on day: Day, under rules: Rules) throws -> [Reminder] {
    try load(ReminderCatalogue.needs)
    let owed = try OwnObligations(log, zones: zones, rules: RulesInForce.finder(in: log))
      .all(on: day)
    return ReminderCatalogue.reminders(
      in: try ReminderScene(ledger, under: rules, on: day, zones: zones, obligations: owed))
  }
}
