internal import Publishing
internal import Values

/// Tells a failure on standard error, to a person or to a program.
struct FailureSpeaker {
  let catalogue: Catalogue
  let terminal: any Terminal
  /// Whether the caller asked for JSON: then the failure is one line of it.
  let asJSON: Bool

  /// Tells the failure, and gives the status that goes with it.
  func tell(_ failure: Failure) -> ExitStatus {
    _ = terminal.flush()
    if asJSON {
      terminal.writeError(catalogue.json(of: failure).compact + "\n")
    } else {
      let source = failure.place.flatMap(SourceLine.text(at:))
      terminal.writeError("admin: " + catalogue.report(failure, source: source) + "\n")
    }
    return failure.code.exit
  }
}
