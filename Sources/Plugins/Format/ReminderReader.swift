internal import Values

/// Reads when letters are written, and the address that they come from.
enum ReminderReader {
  /// More letters about one matter help nobody.
  private static let mostSteps = 12

  static func reminders(_ section: inout Section) -> [ReminderRule] {
    let known = ReminderRule.Matter.allCases.map(\.rawValue)
    for entry in section.entries("reminders") where !known.contains(entry.name) {
      section.note(.unknownReference("reminder", entry.name, among: known, at: entry.place))
    }
    return section.each("reminders") { name, section in
      guard let matter = ReminderRule.Matter(rawValue: name) else {
        section.ignore(["before", "after", "every", "source", "id"])
        return nil
      }
      return rule(matter, &section)
    }
  }

  private static func rule(_ matter: ReminderRule.Matter, _ section: inout Section)
    -> ReminderRule?
  {
    let before = section.optionalList("before", .period)
    let after = section.optionalList("after", .period)
    section.checkLength(of: "before", before.count, most: mostSteps)
    section.checkLength(of: "after", after.count, most: mostSteps)
    let every = matter == .confirmations ? section.optional("every", .period) : nil
    guard let clause = section.clause() else { return nil }
    return ReminderRule(
      matter, before: before, after: after,
      every: every ?? ReminderRule.usual(matter).every, clause: clause)
  }

  /// The address of the office that writes; nil where the rules name none.
  static func sender(_ section: inout Section) -> String? {
    section.optional("sender", .address)
  }
}

extension Form where Value == String {
  /// An e-mail address that letters can come from.
  fileprivate static var address: Form {
    Form { node throws(Failure) in
      let text = try node.string()
      guard MailAddress(text) != nil else { throw node.unreadable("address") }
      return text
    }
  }
}
