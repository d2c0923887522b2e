internal import Values

/// Reads what those in a role may record, and who is in it.
enum RoleReader {
  /// - Parameters:
  ///   - name: The name of the role.
  ///   - seats: The kinds of seats of the plugin.
  ///   - section: What stands under the name.
  /// - Returns: Nil, and findings, for a role without grants or source.
  static func rule(_ name: String, seats: [String], _ section: inout Section) -> RoleRule? {
    let types = section.context.eventTypes
    let grants = section.list("grants", .reference("event", to: types))
    let scope = section.optional("scope", Form<RoleRule.Scope>.choice) ?? .any
    let who = section.optionalSection("who") { Self.who(seats: seats, &$0) }
    guard let clause = section.clause(), let grants else { return nil }
    return RoleRule(name: name, grants: grants, scope: scope, who: who, clause: clause)
  }

  private static func who(seats: [String], _ section: inout Section) -> RoleWho? {
    let context = section.context
    let named = section.optional("named", .boolean)
    let who = RoleWho(
      seats: section.optionalList("seats", .reference("seat", to: seats)),
      bodies: section.optionalList("bodies", .reference("body", to: context.bodies)),
      chairs: section.optionalList("chairs", .reference("body", to: context.bodies)),
      isNamed: named ?? false,
      classes: section.optionalList("classes", .reference("class", to: context.classes)))
    let isTold =
      section.has("seats") || section.has("bodies") || section.has("chairs")
      || section.has("named") && named != false
    if !isTold {
      let values: [String: Failure.Value] = ["one": .text("seats"), "other": .text("named")]
      section.note(Failure(.keysNeither, values, at: section.place))
    }
    return who.isEmpty ? nil : who
  }
}
