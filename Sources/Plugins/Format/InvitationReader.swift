internal import Values

/// Reads how many places each class has at the meetings of a series.
enum InvitationReader {
  static func invitations(_ section: inout Section) -> InvitationRule? {
    let classes = section.context.classes
    let seats = section.section("seats") { section -> [String: Int]? in
      var seats: [String: Int] = [:]
      for name in classes where section.has(name) {
        seats[name] = section.required(name, .number(0...999))
      }
      return seats
    }
    let total = section.optional("total", .number(1...9_999))
    let until = section.optional("until", .period)
    let late = section.optional("late", Form<InvitationRule.Late>.choice)
    if late != nil, !section.has("until") {
      section.note(Failure(.keyMissing, ["key": .text("until")], at: section.place))
    }
    if seats?.isEmpty == true {
      section.note(Failure(.listEmpty, at: section.place(of: "seats")))
    }
    guard let clause = section.clause(), let seats else { return nil }
    return InvitationRule(
      seats: seats, total: total, until: until, late: late ?? .accepted, clause: clause)
  }
}
