import Plugins
import Values

/// Somebody whom something concerns.
struct Recipient: Hashable {
  /// Nil for a member in whose seats nobody is, and for an office of which nobody knows who works there.
  let person: PersonID?
  var member: MemberID?
  var office: String?

  /// Tells one from another: a person who is concerned twice gets one letter.
  var name: String { person?.text ?? member?.text ?? office ?? "" }
}

/// Something that is due on a day and not done: what letters are about.
struct DueMatter {
  let about: ReminderRule.Matter
  let subject: String
  var title: LocalText?
  var values: [String: Failure.Value]?
  /// The day from which it stands; no letter is older.
  let since: Day
  let due: Day
  /// Periods before the day due that the matter itself names, beside those of the rule.
  var before: [Period] = []
  let recipients: [Recipient]
  /// Those who are told of a delay alone.
  var informed: [Recipient] = []

  /// The letters about it, for each step and each person once.
  func reminders(under rules: Rules) -> [Reminder] {
    let steps = rules.reminder(of: about).steps(adding: before)
    var seen: Set<[String]> = []
    return steps.flatMap { step -> [Reminder] in
      let day = step.day(since: since, due: due)
      guard day >= max(since, rules.recordingSince) else { return [] }
      return concerned(by: step).filter { seen.insert([step.text, $0.name]).inserted }
        .map { reminder(step, on: day, to: $0) }
    }
  }

  private func concerned(by step: ReminderStep) -> [Recipient] {
    if case .after = step { recipients + informed } else { recipients }
  }

  private func reminder(_ step: ReminderStep, on day: Day, to recipient: Recipient) -> Reminder {
    Reminder(
      about: about, subject: subject, title: title, values: values, due: due, step: step, on: day,
      person: recipient.person, member: recipient.member, office: recipient.office)
  }
}

extension LocalText {
  /// A text that is the same in every language, such as a title that somebody gave.
  init(plain text: String) { self.init(["": text]) }
}
