internal import EventStore
internal import Governance
internal import Publishing
internal import Values

/// Tells what an import recorded: the notes by line, then the sums.
struct ImportPage {
  private let session: Session
  private let isTrial: Bool
  /// The position at which the log ends now, or would end.
  private let head: Int64

  init(_ session: Session, isTrial: Bool, head: Int64) {
    (self.session, self.isTrial, self.head) = (session, isTrial, head)
  }

  func show(_ answers: [(entry: ImportEntry, answer: Answer)]) {
    if session.globals.format.isForPrograms {
      session.terminal.write(json(of: answers).pretty + "\n")
    } else {
      notes(answers)
      session.terminal.write(summary(answers.map(\.answer)) + "\n")
      if isTrial { session.say("answer.dry-run") }
    }
  }

  private func notes(_ answers: [(entry: ImportEntry, answer: Answer)]) {
    guard !session.globals.isQuiet else { return }
    let page = RefusalPage(session.catalogue)
    for (entry, answer) in answers {
      let line = entry.place.map { "\($0.line)" } ?? "-"
      for note in answer.reasons.notes {
        session.terminal.writeError("\(line): \(answer.act): \(page.text(of: note))\n")
      }
    }
  }

  private func summary(_ answers: [Answer]) -> String {
    session.catalogue.text(
      "import.summary",
      [
        "acts": .int(answers.count), "events": .int(answers.map(\.events.count).reduce(0, +)),
        "repeated": .int(answers.filter(\.isRepeated).count),
        "head": .int(Int(head)),
      ])
  }

  private func json(of answers: [(entry: ImportEntry, answer: Answer)]) -> JSON {
    let acts = answers.map { entry, answer in
      JSON.object(compacting: [
        ("line", entry.place.map { .int(Int64($0.line)) }),
        ("answer", AnswerPage.json(of: answer, isTrial: isTrial)),
      ])
    }
    return ["dry_run": .bool(isTrial), "acts": .list(acts)]
  }
}
