import Values

/// What the acts on actions outside programmes ask of the state alike.
enum AssignmentChecks {
  /// One that still goes on.
  ///
  /// - Throws: `assignment-unknown`, with the way to the actions of a programme for an id of that form, and
  ///   `action-closed-already`.
  static func open(_ id: AssignmentID, in ledger: Ledger) throws(Refusal) -> Assignment {
    guard let found = ledger[id], found.making != nil else {
      let isOfProgramme = ActionID(id.text) != nil
      throw Refusal(
        .assignmentUnknown, ["action": .text(id.text)],
        ways: [
          isOfProgramme
            ? Note("use-programme-acts", ["action": .text(id.text)])
            : Note("see-list", ["noun": .text("action")])
        ])
    }
    if let closing = found.closing {
      throw Refusal(
        .actionClosedAlready,
        ["action": .text(id.text), "on": .known(closing.facts.on)],
        ways: [Note("correct-event", MeetingChecks.at(closing.position))])
    }
    return found
  }
}

extension RefusalCode {
  static let assignmentUnknown = RefusalCode("assignment-unknown", exit: .notFound)
}
