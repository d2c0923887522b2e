import Plugins
import Values

/// What the acts on applications ask of the state alike.
enum ApplicationChecks {
  /// An application that waits for its decision.
  ///
  /// - Throws: `application-unknown`, or `application-ended` for one that was decided or taken back.
  static func open(_ id: ApplicationID, in ledger: Ledger) throws(Refusal) -> (
    application: Application, filing: ApplicationFiling
  ) {
    guard let application = ledger[id], let filing = application.filing?.facts else {
      throw Refusal(
        .applicationUnknown, ["application": .text(id.text)],
        ways: [Note("see-list", ["noun": .text("application")])])
    }
    guard let end = application.end else { return (application, filing) }
    throw Refusal(
      .applicationEnded,
      ["application": .text(id.text), "stage": .text(application.stage.rawValue)],
      ways: [
        Note("file-application", ["member": .text(filing.member.text)]),
        Note("correct-event", MeetingChecks.at(end.position)),
      ])
  }

  /// A deliberation that was decided, one way or the other, and whose vote counts.
  static func decided(_ id: DeliberationID, in ledger: Ledger) throws(Refusal) -> Deliberation {
    let found = try DeliberationChecks.decided(id, in: ledger)
    guard found.annulment == nil else {
      throw Refusal(
        .deliberationAnnulled, ["deliberation": .text(id.text)],
        ways: [Note("name-standing", ["noun": .text("deliberation")])])
    }
    return found
  }

  /// Nothing of an application happens before it was filed.
  static func check(_ occasion: Occasion, after filing: ApplicationFiling) throws(Refusal) {
    guard occasion.effective.last < filing.on.first else { return }
    throw Refusal(
      .beforeFiling, ["filed": .known(filing.on), "day": .day(occasion.day)],
      ways: [Note("give-later-day", ["day": .day(filing.on.first)])])
  }
}

extension RefusalCode {
  static let applicationUnknown = RefusalCode("application-unknown", exit: .notFound)
  static let applicationEnded = RefusalCode("application-ended")
  static let beforeFiling = RefusalCode("before-filing", exit: .badData)
}
