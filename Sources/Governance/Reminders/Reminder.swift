package import Plugins
package import Values

/// A step of something that is due, for one person: a letter that will be written, or that cannot be.
package struct Reminder: Hashable, Sendable {
  package let about: ReminderRule.Matter
  package let subject: String
  package let title: LocalText?
  /// What the title quotes; nil for a title without places for values.
  package let values: [String: Failure.Value]?
  package let due: Day
  package let step: ReminderStep
  /// The day of the step.
  package let on: Day
  /// Nil where nobody is known to whom it could go.
  package let person: PersonID?
  /// The member for which the person would get it; nil for none.
  package let member: MemberID?
  /// Who should get it, by the name of an office or a role; nil for a person or a member.
  package let office: String?

  /// The letter to the person.
  ///
  /// - Parameters:
  ///   - language: In which it is written.
  ///   - languages: Those of the network, for a title that the language lacks.
  /// - Returns: Nil where there is no person.
  package func letter(in language: String, else languages: [String] = []) -> LetterFacts? {
    person.map { person in
      LetterFacts(
        about: about, subject: subject, due: due, step: step, on: on, person: person,
        member: member, language: language, title: title?.text(in: language, else: languages),
        values: values?.json)
    }
  }

  /// The id that the letter has or will have; nil where nobody would get it.
  package func letterID(in network: String) -> LetterID? {
    letter(in: "").map { LetterID(of: $0, in: network) }
  }

  /// How reminders are sorted: by day, then by what they are about, then by person.
  static func isBefore(_ left: Reminder, _ right: Reminder) -> Bool { left.key < right.key }

  private var key: (Day, String, String, String) {
    (on, about.rawValue, subject + "\n" + step.text, person?.text ?? office ?? member?.text ?? "")
  }
}
