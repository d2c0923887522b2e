internal import EventStore
internal import Governance
internal import Publishing
internal import Values

/// Tells what became of an act: on standard output for programs, in sentences for people.
struct AnswerPage {
  private let session: Session
  private let refusals: RefusalPage
  private let isTrial: Bool

  init(
    _ session: Session, basis: [String: String], guards: GuardSentences = GuardSentences(),
    isTrial: Bool
  ) {
    self.session = session
    self.isTrial = isTrial
    refusals = RefusalPage(session.catalogue, basis: basis, guards: guards)
  }

  /// What one kind of act has to say beside what every act says.
  struct Addition {
    /// Further members of the object for programs.
    let fields: [(String, JSON)]
    /// Lines for people, after the events and notes.
    let lines: [String]
  }

  func show(_ answer: Answer, adding: Addition? = nil) {
    if session.globals.format.isForPrograms {
      let whole = Self.json(of: answer, isTrial: isTrial).fields?.members ?? []
      let members = whole.map { ($0.name, $0.value) } + (adding?.fields ?? [])
      session.terminal.write(JSON.object(JSON.Fields(members)).pretty + "\n")
    }
    if answer.verdict == .refused {
      for refusal in answer.reasons.refusals {
        session.terminal.writeError(refusals.text(of: refusal) + "\n")
      }
    } else if !session.globals.format.isForPrograms {
      let all = lines(of: answer) + (adding?.lines.map { "  " + $0 } ?? [])
      session.terminal.write(all.map { $0 + "\n" }.joined())
      talk(after: answer)
    }
  }

  /// An answer among others, in sentences: the events and what they rest on, or why it is refused.
  func tell(_ answer: Answer) {
    guard answer.verdict == .refused else {
      return session.terminal.write(lines(of: answer).map { $0 + "\n" }.joined())
    }
    for refusal in answer.reasons.refusals {
      session.terminal.writeError(refusals.text(of: refusal) + "\n")
    }
  }

  /// What the page shows where answers are checked.
  func preview(of answer: Answer) -> Preview {
    guard answer.verdict != .refused else {
      let lines = answer.reasons.refusals.flatMap { refusal in
        refusals.text(of: refusal).split(separator: "\n").map { String($0) }
      }
      return Preview(lines: lines, isRefused: true)
    }
    let lines =
      answer.reasons.derivations.map(refusals.text(of:))
      + answer.reasons.notes.map(refusals.text(of:))
      + [session.catalogue.text("wizard.writes", ["events": .list(answer.events.map(\.type))])]
    return Preview(lines: lines)
  }

  /// One object, the same for a trial and the act itself but for the words that say so.
  static func json(of answer: Answer, isTrial: Bool) -> JSON {
    [
      "command": .text(answer.command.description), "act": .text(answer.act),
      "verdict": .text(answer.verdict.rawValue), "dry_run": .bool(isTrial),
      "repeated": .bool(answer.isRepeated), "head": .int(answer.head),
      "events": .list(answer.events.map(\.json)),
      "derivations": .list(answer.reasons.derivations.map(\.json)),
      "notes": .list(answer.reasons.notes.map(\.json)),
      "refusals": .list(answer.reasons.refusals.map(\.json)),
    ]
  }

  /// The events, how each rule came to its answer, and what a reader should know.
  private func lines(of answer: Answer) -> [String] {
    var lines = answer.events.map { event in
      session.catalogue.text(
        "answer.event",
        [
          "position": .int(Int(event.position)), "type": .text(event.type),
          "subject": .text(event.subject), "effective": .day(event.effective),
        ])
    }
    lines += answer.reasons.derivations.map { derivation in
      "  \(refusals.text(of: derivation)) [\(derivation.rule)]"
    }
    return lines + answer.reasons.notes.map { "  " + refusals.text(of: $0) }
  }

  private func talk(after answer: Answer) {
    guard !session.globals.isQuiet else { return }
    if isTrial { return session.say("answer.dry-run") }
    if answer.isRepeated { session.say("answer.repeated") }
    let steps = NextSteps.lines(after: answer, in: session.globals.network)
    guard !steps.isEmpty else { return }
    session.say("answer.next")
    for step in steps { session.terminal.writeError("  \(step)\n") }
  }
}
