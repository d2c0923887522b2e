internal import EventStore
internal import Glibc
internal import Publishing
internal import Values

/// A line on the terminal about work that takes long: how much is done, how fast, and how long it will take.
///
/// It shows on a terminal only, after half a second, ten times a second at most, and is wiped at the end. It
/// tells the time by a clock of its own that nobody can set, so that no answer depends on it.
final class Progress {
  private static let silence: Int64 = 500_000
  private static let pause: Int64 = 100_000

  private let name: String
  private let session: Session
  private let isShown: Bool
  private let start: Int64
  private var last: Int64
  private var isThere = false

  /// - Parameters:
  ///   - name: What is done, as the command is called.
  ///   - session: The call.
  init(_ name: String, _ session: Session) {
    self.name = name
    self.session = session
    isShown = session.terminal.talkIsTerminal && !session.globals.isQuiet
    start = Self.now
    last = start
  }

  deinit { end() }

  /// Says how far the work is; cheap when it is called too often.
  ///
  /// - Parameters:
  ///   - done: How many things are done.
  ///   - all: How many there are; nil when nobody knows.
  func tell(_ done: Int, of all: Int?) {
    guard isShown else { return }
    let now = Self.now
    guard now - start >= Self.silence, now - last >= Self.pause else { return }
    last = now
    isThere = true
    session.terminal.writeError("\r" + text(done, of: all, after: now - start) + Self.wipe)
  }

  /// The words for some work: a pure function of what is known.
  func text(_ done: Int, of all: Int?, after microseconds: Int64) -> String {
    let (product, isTooLarge) = Int64(done).multipliedReportingOverflow(by: 1_000_000)
    let rate = Int((isTooLarge ? .max : product) / max(1, microseconds))
    var values: [String: Failure.Value] = [
      "name": .text(name), "done": .text("\(done)"), "rate": .text("\(rate)"),
    ]
    guard let all, rate > 0 else { return session.catalogue.text("progress.open", values) }
    values["all"] = .text("\(all)")
    values["left"] = .text("\(max(0, all - done) / rate)")
    return session.catalogue.text("progress.known", values)
  }

  /// Takes the line away.
  func end() {
    guard isThere else { return }
    isThere = false
    session.terminal.writeError("\r" + Self.wipe)
  }

  private static let wipe = "\u{1B}[K"

  /// Microseconds of a clock that only runs forward.
  private static var now: Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
  }
}
