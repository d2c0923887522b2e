internal import Governance
internal import Publishing
internal import Values

/// Tells what became of a sheet, row by row; the same for a trial.
struct SheetPage {
  private let session: Session
  private let isTrial: Bool

  init(_ session: Session, isTrial: Bool) {
    self.session = session
    self.isTrial = isTrial
  }

  func show(_ answers: [SheetAnswer]) {
    if session.globals.format.isForPrograms {
      session.terminal.write(json(of: answers).pretty + "\n")
      return
    }
    notes(answers)
    if !session.globals.isQuiet, !answers.isEmpty {
      let table = Table(listing(of: answers), in: session.catalogue)
      let text = table.text(width: session.terminal.outputWidth, style: session.style)
      session.terminal.write(text + "\n")
    }
    session.terminal.write(summary(of: answers) + "\n")
    if isTrial { session.say("answer.dry-run") }
  }

  /// No row says more of a person than its number.
  private func listing(of answers: [SheetAnswer]) -> Listing {
    Listing(
      columns: ["line", "state", "subject", "events"],
      rows: answers.map { answer in
        let state = session.catalogue.text("sheet.state.\(answer.state.rawValue)")
        return JSON.Fields([
          ("line", .int(Int64(answer.place.line))), ("state", .text(state)),
          ("subject", .text(answer.subject)), ("events", .texts(types(of: answer))),
        ])
      })
  }

  /// The events that the row brought, and not those that an earlier import brought.
  private func types(of answer: SheetAnswer) -> [String] {
    answer.answers.filter { !$0.isRepeated }.flatMap(\.events).map(\.type)
  }

  private func notes(_ answers: [SheetAnswer]) {
    guard !session.globals.isQuiet else { return }
    let page = RefusalPage(session.catalogue)
    for answer in answers {
      for note in answer.answers.filter({ !$0.isRepeated }).flatMap(\.reasons.notes) {
        session.terminal.writeError("\(answer.place.line): \(page.text(of: note))\n")
      }
    }
  }

  private func summary(of answers: [SheetAnswer]) -> String {
    session.catalogue.text(
      "sheet.summary",
      [
        "rows": .int(answers.count), "new": .int(answers.filter { $0.state == .new }.count),
        "already": .int(answers.filter { $0.state == .already }.count),
        "events": .int(answers.map { types(of: $0).count }.reduce(0, +)),
      ])
  }

  private func json(of answers: [SheetAnswer]) -> JSON {
    let rows = answers.map { answer -> JSON in
      [
        "line": .int(Int64(answer.place.line)), "state": .text(answer.state.rawValue),
        "subject": .text(answer.subject),
        "answers": .list(answer.answers.map { AnswerPage.json(of: $0, isTrial: isTrial) }),
      ]
    }
    return ["dry_run": .bool(isTrial), "rows": .list(rows)]
  }
}
