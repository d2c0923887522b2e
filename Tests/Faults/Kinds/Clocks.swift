import EventStore
import Foundation
import Values

/// The clock steps back, jumps and stands: recorded times never go back, and the order is that of acceptance.
enum Clocks {
  static func run(_ trial: Trial) throws -> String {
    let (folder, count) = (trial.freshFolder(), trial.count(short: 200, long: 2_000))
    let start: Int64 = 1_795_424_400_000_000
    let log = try Log.create(in: folder, now: Instant(microseconds: start))
    var (now, back) = (start, 0)
    for number in 0..<count {
      let step =
        Int64(trial.number(-2_000_000...2_000_000)) * Int64([1, 1_000, 1_000_000][number % 3])
      (now, back) = (max(0, now + step), back + (step < 0 ? 1 : 0))
      try Acts.record("C-\(number)", on: log, now: Instant(microseconds: now))
    }
    let times = try log.events(after: 0, limit: Log.maximumPage).map(\.recorded)
    trial.expect(times == times.sorted(), "recorded times go back")
    log.close()
    let told = (0..<count).map { "C-\($0)" }
    let flaw = try Acts.flaw(in: folder, told: told, next: nil)
    trial.expect(flaw == nil, flaw ?? "")
    let shown = try behind(trial)
    return "\(count) acts, \(back) of them after a step back; \(shown)"
  }

  /// The program with a clock behind the log: recorded at the log's own last time, or refused with a reason.
  private static func behind(_ trial: Trial) throws -> String {
    let network = try Network.found(in: trial)
    var recorded = 0
    let days = ["1970-01-01", "2015-02-03", "2026-11-22", "2026-11-24", "2199-12-31", "2026-11-25"]
    for (index, state) in ["XK", "AL", "MD", "ME", "RS", "UA"].enumerated() {
      let act = ["-C", network.folder, "member", "admit", state, "--class", "member"]
      let outcome = try trial.run(act, at: "\(days[index])T09:00:00Z")
      let isTold = outcome.status == 0 || !outcome.talk.isEmpty
      trial.expect(
        [0, 10, 65, 78].contains(outcome.status) && isTold,
        "on \(days[index]): \(outcome.status) \(outcome.talk)")
      recorded += outcome.status == 0 ? 1 : 0
    }
    let verified = try trial.run(["-C", network.folder, "verify"])
    trial.expect(verified.status == 0, "after steps of the clock: \(verified.output)")
    return "\(recorded) of \(days.count) acts of the program recorded on other days"
  }
}
