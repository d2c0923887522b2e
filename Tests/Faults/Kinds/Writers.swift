import EventStore
import Foundation
import Values

/// Six writers and a reader, with commits and checkpoints: the head is right throughout.
enum Writers {
  private static let writers = 6

  static func run(_ trial: Trial) throws -> String {
    let (folder, time) = (trial.freshFolder(), trial.count(short: 15_000, long: 120_000))
    try Log.create(in: folder, now: Clock.now()).close()
    let processes = try (1...writers).map { writer in
      // The acts of three writers are long, so that the log is moved into its file many times.
      try Program.child(
        ["append", folder, "W\(writer)", "0", "\(time)", writer % 2 == 0 ? "20000" : "200"],
        output: output(of: writer, trial))
    }
    let (reads, moves) = try read(folder, while: { processes.contains { $0.isRunning } }, trial)
    for (index, process) in processes.enumerated() {
      process.waitUntilExit()
      trial.expect(process.terminationStatus == 0, "writer \(index + 1) failed")
    }
    let told = (1...writers).flatMap { writer in
      Program.lines(output(of: writer, trial)).map { String($0.prefix { $0 != " " }) }
    }
    let verification = try Verifier.verify(directory: folder)
    trial.expect(verification.isWhole, "not whole: \(verification.findings)")
    trial.expect(try Acts.names(in: folder).sorted() == told.sorted(), "acts lost or doubled")
    trial.expect(moves > 0, "the log was never moved into its file")
    return
      "\(told.count) acts of \(writers) writers, \(reads) reads of the head, \(moves) checkpoints seen"
  }

  private static func output(of writer: Int, _ trial: Trial) -> String {
    "\(trial.folder)/writer\(writer)"
  }

  /// Reads the head again and again: it only grows, and an earlier one stays what it was.
  private static func read(
    _ folder: String, while isGoingOn: () -> Bool, _ trial: Trial
  ) throws -> (reads: Int, moves: Int) {
    let log = try Log.open(in: folder, for: .reading)
    var (reads, moves, last, size) = (0, 0, try log.head(), 0)
    while isGoingOn() {
      let head = try log.head()
      trial.expect(head.position >= last.position, "the head went back from \(last.position)")
      let event = try log.event(at: head.position)
      trial.expect(
        head.position == 0 || event?.hash == head.hash,
        "the head at \(head.position) is not the event's")
      let earlier = try log.event(at: last.position)
      trial.expect(
        last.position == 0 || earlier?.hash == last.hash, "the event \(last.position) was changed")
      let now =
        (try? URL(filePath: "\(folder)/log.db").resourceValues(forKeys: [.fileSizeKey]).fileSize)
        ?? 0
      moves += now > size && size > 0 ? 1 : 0
      (reads, last, size) = (reads + 1, head, now)
    }
    return (reads, moves)
  }
}
