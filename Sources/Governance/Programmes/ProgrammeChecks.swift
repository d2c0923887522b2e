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

  /// The programme, when it was not withdrawn: on a draft that was taken back nothing rests.
  static func standing(_ id: ProgrammeID, in ledger: Ledger) throws(Refusal) -> Programme {
    let programme = try programme(id, in: ledger)
    guard let withdrawal = programme.withdrawal else { return programme }
    throw Refusal(
      .programmeWithdrawn,
      ["programme": .text(id.text), "on": .known(withdrawal.facts.on)],
      ways: [
        Note("draft-anew"), Note("correct-event", MeetingChecks.at(withdrawal.position)),
      ])
  }

  /// What stands against an act on a draft that was adopted in the meantime.
  static func adopted(
    _ id: ProgrammeID, by adoption: Recorded<ProgrammeAdoption>
  ) -> Refusal {
    Refusal(
      .programmeAdoptedAlready,
      [
        "programme": .text(id.text), "deliberation": .text(adoption.facts.deliberation.text),
      ], ways: [Note("correct-event", MeetingChecks.at(adoption.position))])
  }

  /// Refuses a draft that says what another one says that still stands: title, first and last day.
  static func checkNew(_ draft: ProgrammeDraft, in ledger: Ledger) throws(Refusal) {
    let same = ledger.all(Programme.self).first { other in
      other.withdrawal == nil && other.draft.map { $0.facts.isSame(as: draft) } == true
    }
    guard let same else { return }
    throw Refusal(
      .programmeDraftedAlready, ["programme": .text(same.id.text), "title": .text(draft.title)],
      ways: same.adoption == nil
        ? [
          Note("withdraw-draft", ["programme": .text(same.id.text)]),
          Note("give-other-title"),
        ] : [Note("give-other-title")])
  }

  /// The programme of an action that still goes on.
  static func programme(ofOpen action: ActionID, in ledger: Ledger) throws(Refusal) -> Programme {
    let programme = try standing(action.programme, in: ledger)
    try open(action, in: programme)
    return programme
  }

  /// Refuses an action that the programme does not have, or that has ended.
  static func open(_ action: ActionID, in programme: Programme) throws(Refusal) {
    guard action.programme == programme.id, programme.action(action.number) != nil else {
      throw Refusal(
        .actionUnknown, ["action": .text(action.text)],
        ways: [Note("see-list", ["noun": .text("action")])])
    }
    if let closing = programme.closing(of: action.number) {
      throw Refusal(
        .actionClosedAlready,
        ["action": .text(action.text), "on": .known(closing.facts.on)],
        ways: [Note("correct-event", MeetingChecks.at(closing.position))])
    }
  }

  /// Refuses an objective that the programme does not have, counting those that come with an amendment.
  static func objective(
    _ number: Int, of programme: Programme, and new: [ObjectiveAddition] = []
  ) throws(Refusal) {
    let known = (programme.objectives.map(\.facts.number) + new.map(\.number))
    guard !known.contains(number) else { return }
    throw Refusal(
      .objectiveUnknown, ["objective": .int(number), "programme": .text(programme.id.text)],
      ways: [
        known.isEmpty
          ? Note("add-objective", ["programme": .text(programme.id.text)])
          : Note("use-one-of", ["known": .list(known.map { "\($0)" })])
      ])
  }

  /// What stands against a change of a programme that no deliberation decided: nothing as long as it is a draft.
  static func undecided(_ programme: Programme, under rules: Rules) -> [Refusal] {
    guard let adoption = programme.adoption else { return [] }
    return [
      Refusal(
        .programmeUndecided,
        [
          "programme": .text(programme.id.text),
          "deliberation": .text(adoption.facts.deliberation.text),
        ], clause: rules.programme?.clause,
        ways: [Note("amend-programme", ["programme": .text(programme.id.text)])])
    ]
  }

  /// What is due when its programme is over is a thing that a reader should know.
  static func dueAfterEnd(_ due: Day?, of programme: Programme) -> [Note] {
    guard let due, let last = programme.draft?.facts.until, last < due else { return [] }
    return [Note("action-due-after-end", ["due": .day(due), "until": .day(last)])]
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
  static let programmeDraftedAlready = RefusalCode("programme-drafted-already")
  static let programmeWithdrawn = RefusalCode("programme-withdrawn")
  static let programmeUnknown = RefusalCode("programme-unknown", exit: .notFound)
  static let actionUnknown = RefusalCode("action-unknown", exit: .notFound)
  static let actionClosedAlready = RefusalCode("action-closed-already")
  static let objectiveUnknown = RefusalCode("objective-unknown", exit: .notFound)
  static let programmeUndecided = RefusalCode("programme-undecided")
}
