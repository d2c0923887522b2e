import Values

/// The correction of an event that holds: the last one, unless it struck the event.
struct StandingCorrection {
  let correction: Correction
  /// Its own position.
  private let position: Int64

  /// Reads the stream of the event; nil where nothing was corrected, or the event was struck.
  init?(of event: PastEvent, in ledger: Ledger) {
    let last = ledger.events.values
      .filter { $0.type == Correction.type && $0.data["corrects"]?.int == event.position }
      .max { $0.position < $1.position }
    guard let last, let correction = Self.read(last), !correction.strikes else { return nil }
    self.correction = correction
    position = last.position
  }

  private static func read(_ event: PastEvent) -> Correction? {
    do throws(Failure) {
      return try Correction(event)
    } catch {
      return nil  // A log with a later form is refused before anybody decides.
    }
  }

  /// The event as it reads with the correction.
  func applied(to event: PastEvent) -> PastEvent {
    PastEvent(
      key: event.key, position: event.position, type: event.type, schema: event.schema,
      effective: correction.effective ?? event.effective, data: correction.corrected(event.data))
  }

  /// That the new correction keeps what this one said.
  var added: Note { Note("correction-added", ["event": .text(String(position))]) }

  /// That this one counts no more, since the event was struck.
  var struck: Note { Note("correction-struck", ["event": .text(String(position))]) }
}
