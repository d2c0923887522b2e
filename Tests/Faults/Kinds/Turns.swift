import EventStore
import Foundation

/// Eight writers wait for one lock: each gets its turn in the order of coming.
enum Turns {
  private static let writers = 8
  /// The longest wait is below so many medians, in acts of others and, where the machine is not shared, in time.
  private static let most = 20

  static func run(_ trial: Trial) throws -> String {
    let time = trial.count(short: 4_000, long: 20_000)
    let alone = try append(writers: 1, time, trial)
    let all = try append(writers: writers, time, trial)
    let (acts, waits) = (all.map(\.acts).sorted(), all.map(\.waited).sorted())
    guard let longest = acts.last, let wait = waits.last, all.count > writers else {
      throw Acts.Broken(what: "nothing was recorded")
    }
    let (median, middle) = (acts[acts.count / 2], waits[waits.count / 2])
    // A neighbour may hold the processor between asking and drawing a number: one act in a hundred is let off.
    let counted = trial.isShort ? acts[acts.count * 99 / 100] : longest
    trial.expect(
      counted < most * max(1, median), "an act let \(counted) others pass, the median is \(median)")
    let counts = Dictionary(grouping: all, by: \.writer).mapValues(\.count).values.sorted()
    trial.expect(
      counts.count == writers && (counts.last ?? 0) <= 3 * (counts.first ?? 0) + 8,
      "the writers recorded \(counts)")
    let (share, ratio) = (100 * all.count / max(1, alone.count), wait / max(1, middle))
    if !trial.isShort {
      trial.expect(ratio < most, "the longest wait is \(ratio) medians")
    }
    return
      "\(all.count) acts of \(writers) writers, \(share) % of one alone; passed by at most \(longest) acts, "
      + "median \(median); waited at most \(wait) us, median \(middle) us: \(ratio) times"
  }

  private struct Turn {
    let writer: Int
    let waited: Int
    let acts: Int
  }

  private static func append(writers: Int, _ time: Int, _ trial: Trial) throws -> [Turn] {
    let folder = trial.freshFolder()
    try Log.create(in: folder, now: Clock.now()).close()
    let runs = try (0..<writers).map { writer in
      let output = "\(folder)/told\(writer)"
      let words = ["append", folder, "T\(writer)", "0", "\(time)", "100"]
      return (process: try Program.child(words, output: output), output: output)
    }
    for run in runs {
      trial.expect(Program.wait { !run.process.isRunning }, "a writer did not end")
      trial.expect(run.process.terminationStatus == 0, "a writer failed")
    }
    trial.expect(try Verifier.verify(directory: folder).isWhole, "not whole")
    return runs.enumerated().flatMap { writer, run in
      Program.lines(run.output).compactMap { line in
        let words = line.split(separator: " ")
        guard words.count == 3, let waited = Int(words[1]), let acts = Int(words[2]) else {
          return nil
        }
        return Turn(writer: writer, waited: waited, acts: acts)
      }
    }
  }
}
