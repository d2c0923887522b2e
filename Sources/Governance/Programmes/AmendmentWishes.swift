import Values

/// What somebody asks to change of a programme, before it is held to what the programme has.
struct AmendmentWishes: Hashable, Sendable {
  let added: [String]
  let objectives: [String]
  let dropped: [ActionID]
  /// All that is said of each action.
  private let changes: [ActionID: ActionChange]

  init(_ input: ActInput) throws(Failure) {
    added = try input.filled("add")
    objectives = try input.filled("objectives")
    var dropped: [ActionID] = []
    for id in try input.ids("without", of: ActionID.self) {
      dropped.append(try input.action(id.text, of: "without"))
    }
    self.dropped = dropped
    var changes: [ActionID: ActionChange] = [:]
    func change(_ field: String, _ take: (inout ActionChange, String) throws(Failure) -> Void)
      throws(Failure)
    {
      for (id, text) in try input.pairs(field, of: ActionID.self) {
        let action = try input.action(id.text, of: field)
        try take(&changes[action, default: ActionChange(number: action.number)], text)
      }
    }
    try change("title") { $0.title = $1 }
    try change("owner") { $0.owner = $1 }
    try change("due") { (change, text) throws(Failure) in
      guard let day = Day(text) else { throw input.malformed("due", text, "form.action-day") }
      change.due = day
    }
    try change("move") { (change, text) throws(Failure) in
      guard text.utf8.count <= 9, let number = Int(text), number > 0 else {
        throw input.malformed("move", text, "form.action-objective")
      }
      change.objective = number
    }
    self.changes = changes
  }

  /// In the order of the actions.
  private var ordered: [(key: ActionID, value: ActionChange)] {
    changes.sorted { ($0.key.number, $0.key.programme) < ($1.key.number, $1.key.programme) }
  }

  /// The amendment that comes of it.
  ///
  /// - Throws: `amendment-empty`, `amendment-contradictory`, `objective-unknown`, and what stands against an action
  ///   that is not there or is closed.
  func amendment(
    of programme: Programme, by deliberation: DeliberationID, on day: PartialDay
  ) throws(Refusal) -> ProgrammeAmendment {
    let objectives = objectives.enumerated().map { index, title in
      ObjectiveAddition(number: programme.nextObjective + index, title: title)
    }
    var added = added.enumerated().map { index, title in
      ActionAddition(number: programme.nextAction + index, title: title)
    }
    var changed: [ActionChange] = []
    for (action, change) in ordered {
      try check(change.objective, in: programme, and: objectives)
      if action.programme == programme.id,
        let index = added.firstIndex(where: { $0.number == action.number })
      {
        added[index] = added[index].taking(change)
      } else {
        changed.append(change)
      }
    }
    try checkOpen(changed, in: programme)
    let amendment = ProgrammeAmendment(
      on: day, deliberation: deliberation, version: programme.version + 1, objectives: objectives,
      added: added, dropped: dropped.map(\.number).sorted(), changed: changed)
    guard !amendment.isEmpty else {
      throw Refusal(
        .amendmentEmpty, ["programme": .text(programme.id.text)], ways: [Note("say-what-changes")])
    }
    return amendment
  }

  private func check(
    _ objective: Int?, in programme: Programme, and new: [ObjectiveAddition]
  ) throws(Refusal) {
    guard let objective else { return }
    try ProgrammeChecks.objective(objective, of: programme, and: new)
  }

  /// Every action that is dropped or changed belongs to the programme and goes on, and none is both.
  private func checkOpen(_ changed: [ActionChange], in programme: Programme) throws(Refusal) {
    let numbers = Set(changed.map(\.number))
    for (action, change) in ordered where numbers.contains(change.number) {
      try ProgrammeChecks.open(action, in: programme)
      guard !dropped.contains(action) else {
        throw Refusal(
          .amendmentContradictory, ["action": .text(action.text)], ways: [Note("drop-or-change")])
      }
    }
    for action in dropped { try ProgrammeChecks.open(action, in: programme) }
  }
}

extension ActionAddition {
  /// A new action with what the same amendment says of it.
  fileprivate func taking(_ change: ActionChange) -> ActionAddition {
    ActionAddition(
      number: number, title: change.title ?? title, owner: change.owner ?? owner,
      due: change.due ?? due, objective: change.objective ?? objective)
  }
}

extension ActInput {
  /// The texts of a list, none of which is empty.
  fileprivate func filled(_ name: String) throws(Failure) -> [String] {
    let all = try texts(name)
    for text in all where text.isEmpty { throw malformed(name, text, "expected.text") }
    return all
  }

  /// The id of an action that stands in a list or before a sign.
  fileprivate func action(_ text: String, of field: String) throws(Failure) -> ActionID {
    guard let action = ActionID(text) else { throw malformed(field, text, "form.action") }
    return action
  }
}

extension RefusalCode {
  static let amendmentEmpty = RefusalCode("amendment-empty", exit: .badData)
  static let amendmentContradictory = RefusalCode("amendment-contradictory", exit: .badData)
}
