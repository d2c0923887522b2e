import Plugins
package import Values

/// What the acts on programmes and actions ask of the state alike.
enum ProgrammeChecks {
  static func programme(_ id: ProgrammeID, in ledger: Ledger) throws(Refusal) -> Programme {
    guard let programme = ledger[id], programme.draft != nil else {
      throw Refusal(
        .programmeUnknown, ["programme": .text(id.text)],
        ways: [Note("see-list", ["noun": .text("programme")])])
    }
    return programme
  }

  /// The programme of an action that still goes on.
  static func programme(ofOpen action: ActionID, in ledger: Ledger) throws(Refusal) -> Programme {
    let programme = try programme(action.programme, in: ledger)
    guard programme.action(action.number) != nil else {
      throw Refusal(
        .actionUnknown, ["action": .text(action.text)],
        ways: [Note("see-list", ["noun": .text("action")])])
    }
    if let closing = programme.closing(of: action.number) {
      throw Refusal(
        .actionClosedAlready,
        ["action": .text(action.text), "on": .text(closing.facts.on.description)],
        ways: [Note("correct-event", MeetingChecks.at(closing.position))])
    }
    return programme
  }

  /// A note for each adopted programme that has days in common with a draft.
  static func overlaps(_ draft: ProgrammeDraft, but id: ProgrammeID, in ledger: Ledger) -> [Note] {
    ledger.all(Programme.self).filter { other in
      other.id != id && other.adoption != nil
        && other.draft.map { $0.facts.overlaps(draft) } == true
    }.map { Note("programme-overlaps", ["programme": .text($0.id.text)]) }
  }
}

extension ActInput {
  /// The id of an action, `programme-1.3`.
  package func action(_ name: String) throws(Failure) -> ActionID {
    let text = try text(name)
    guard let action = ActionID(text) else { throw malformed(name, text, "form.action") }
    return action
  }
}

extension RefusalCode {
  static let programmeUnknown = RefusalCode("programme-unknown", exit: .notFound)
  static let actionUnknown = RefusalCode("action-unknown", exit: .notFound)
  static let actionClosedAlready = RefusalCode("action-closed-already")
}
