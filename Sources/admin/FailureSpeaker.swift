internal import EventStore
internal import Governance
internal import Plugins
internal import Publishing
internal import Values

/// Tells what stopped a command, to a person or to a program, and gives the status that goes with it.
struct FailureSpeaker {
  let catalogue: Catalogue
  let terminal: any Terminal
  /// Whether the caller asked for JSON.
  let asJSON: Bool

  /// Tells any error; one that nobody foresaw is told in one sentence.
  func tell(_ error: any Error) -> ExitStatus {
    _ = terminal.flush()
    switch error {
    case let failure as Failure: return tell(failure)
    case let refusal as Refusal:
      tell(refusal.records, at: nil)
      return refusal.code.exit
    case let refused as ImportRefused:
      tell(refused.refusals, at: refused.place)
      return .refused
    case let refused as PluginRefused:
      return tell(refused.findings, isCut: refused.isCut, on: FindingPage(catalogue))
    case let refused as SheetRefused: return tell(refused)
    case let refused as FileRefused:
      let page = FindingPage(catalogue, quotesFile: false)
      return tell(refused.findings, isCut: refused.isCut, on: page)
    default: return tell(Failure(.unexpected))
    }
  }

  private func tell(_ failure: Failure) -> ExitStatus {
    if asJSON {
      terminal.writeError(catalogue.json(of: failure).compact + "\n")
    } else {
      // What an act's own failures point at is a line of an import, where names of persons may stand; what those
      // of the store point at is a line of an export, which no screen can hold.
      let isUnquoted = (Failure.Code.governanceCodes + Failure.Code.eventStoreCodes)
        .contains(failure.code)
      let source = isUnquoted ? nil : failure.place.flatMap(SourceLine.text(at:))
      terminal.writeError("admin: " + catalogue.report(failure, source: source) + "\n")
    }
    return failure.code.exit
  }

  /// Refusals; for a program one object on standard output, as for any act that was answered.
  private func tell(_ refusals: [Refusal.Record], at place: Place?) {
    let file = place.map { "\($0.file ?? ""):\($0.line):\($0.column): " } ?? ""
    if asJSON {
      let object = JSON.object(compacting: [
        ("verdict", "refused"), ("line", place.map { .int(Int64($0.line)) }),
        ("refusals", .list(refusals.map(\.json))),
      ])
      terminal.write(object.pretty + "\n")
      _ = terminal.flush()
    }
    for refusal in refusals {
      terminal.writeError(file + RefusalPage(catalogue).text(of: refusal) + "\n")
    }
  }

  private func tell(_ refused: SheetRefused) -> ExitStatus {
    let page = SheetRefusalPage(catalogue)
    if asJSON {
      terminal.write(page.json(of: refused).pretty + "\n")
      _ = terminal.flush()
    } else {
      for text in page.lines(of: refused) { terminal.writeError(text + "\n") }
      if refused.isCut { terminal.writeError(catalogue.text("lint.cut") + "\n") }
      terminal.writeError(catalogue.text("sheet.refused") + "\n")
    }
    return refused.findings.isEmpty ? .refused : .badData
  }

  private func tell(_ findings: [Finding], isCut: Bool, on page: FindingPage) -> ExitStatus {
    for finding in findings {
      let line = asJSON ? page.json(of: finding).compact : page.text(of: finding)
      terminal.writeError(line + "\n")
    }
    if isCut, !asJSON { terminal.writeError(catalogue.text("lint.cut") + "\n") }
    return .badData
  }
}
