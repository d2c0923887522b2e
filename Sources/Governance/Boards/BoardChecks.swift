import Plugins
import Values

/// What the acts on boards ask of the rules and of the state alike.
enum BoardChecks {
  static func body(_ id: BoardID, under rules: Rules) throws(Refusal) -> Body {
    let known = rules.bodies.filter { $0.composition != .plenary && !$0.isSubgroup }.map(\.id)
    guard let body = rules.body(id.text) else {
      throw Refusal(
        .bodyUnknown, ["body": .text(id.text)], ways: [Note("use-one-of", ["known": .list(known)])])
    }
    guard body.composition != .plenary else {
      throw Refusal(
        .bodyIsPlenary, ["body": .text(id.text)],
        ways: [Note("use-one-of", ["known": .list(known)])])
    }
    return body
  }

  /// The refusal of an act that the rules fill a body by another way than.
  static func otherWay(_ body: Body) -> Refusal {
    Refusal(
      .boardFilledOtherwise, ["body": .text(body.id), "way": .word("board-way.\(body.way)")],
      clause: body.seatingClause, ways: [Note("use-board-act", ["act": .text(body.act)])])
  }

  /// What a rule has against a deliberation of another body than it names; nothing where it names none.
  static func objection(to deliberation: Deliberation, of body: String?, clause: Clause)
    -> [Refusal]
  {
    guard let body, deliberation.body != body else { return [] }
    return [
      Refusal(
        .deliberationOfOtherBody,
        [
          "deliberation": .text(deliberation.id.text), "found": .text(deliberation.body ?? ""),
          "body": .text(body),
        ], clause: clause, ways: [Note("name-deliberation", ["body": .text(body)])])
    ]
  }

  /// What a rule has against a deliberation that filled the same body with others before.
  ///
  /// One vote fills a body once. The same members may be recorded by it again, for another term or office.
  static func objection(
    toCiting id: DeliberationID, again members: [MemberID], in board: Board?,
    naming body: String?, clause: Clause
  ) -> [Refusal] {
    let former = board?.compositions.last { composition in
      composition.seating.deliberation == id.text
        && Set(composition.members) != Set(members)
    }
    guard let former else { return [] }
    let decided = body.map { [Note("name-deliberation", ["body": .text($0)])] } ?? []
    return [
      Refusal(
        .deliberationCitedAlready,
        ["deliberation": .text(id.text), "members": .list(former.members.map(\.text))],
        clause: clause,
        ways: decided + [Note("correct-event", MeetingChecks.at(former.position))])
    ]
  }

  /// A note for each state of a composition that does not belong to the network on the day.
  static func strangers(
    among members: [MemberID], on day: Day, in ledger: Ledger, code: String
  ) -> [Note] {
    members.filter { ledger[$0]?.memberClass(on: day) == nil }
      .map { Note(code, ["member": .text($0.text)]) }
  }
}

extension Body {
  /// How the rules fill the body, as the words of the catalogue are named.
  var way: String {
    switch composition {
    case .plenary: "plenary"
    case .rotation: "rotation"
    case .coordinator: "coordinator"
    case .elected: "election"
    case .subgroup: "subgroup"
    }
  }

  /// The act that fills the body.
  var act: String {
    switch composition {
    case .plenary, .rotation: "board rotate"
    case .coordinator: "board coordinate"
    case .elected: "board elect"
    case .subgroup: "subgroup join"
    }
  }

  /// The clause that says who sits in the body; nil for a plenary, which has all members.
  var seatingClause: Clause? {
    switch composition {
    case .plenary: nil
    case .rotation(let rule): rule.clause
    case .coordinator(let rule): rule.clause
    case .elected(let rule): rule.clause
    case .subgroup(let seats): seats.clause
    }
  }
}

extension RefusalCode {
  static let bodyUnknown = RefusalCode("body-unknown", exit: .notFound)
  static let bodyIsPlenary = RefusalCode("body-is-plenary")
  static let boardFilledOtherwise = RefusalCode("board-filled-otherwise")
  static let rotationWithoutGroup = RefusalCode("rotation-without-group")
  static let deliberationMissing = RefusalCode("deliberation-missing")
  static let deliberationCitedAlready = RefusalCode("deliberation-cited-already")
  static let deliberationOfOtherBody = RefusalCode("deliberation-of-other-body")
  static let boardSeatedAlready = RefusalCode("board-seated-already")
}
