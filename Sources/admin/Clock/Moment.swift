internal import EventStore
internal import Values

/// The time of one call of the program, asked for once.
struct Moment: Equatable, Sendable {
  let now: Instant

  /// The machine's clock, or what `ACTA_NOW` says: a moment such as `2026-11-23T09:32:00Z`, or a day.
  ///
  /// - Parameter environment: The variables of the process.
  /// - Throws: `clock-unreadable` when the variable says something else.
  init(environment: [String: String]) throws(Failure) {
    guard let text = environment["ACTA_NOW"], !text.isEmpty else {
      now = Clock.now()
      return
    }
    guard let instant = Instant(text) else {
      throw Failure(.clockUnreadable, ["found": .text(text)])
    }
    now = instant
  }
}
