/// One kind of fault: how it is brought about, and what must hold afterwards.
struct Kind: Sendable {
  let name: String
  /// Brings it about as often as the trial asks for; what was counted, for the line.
  let run: @Sendable (Trial) throws -> String

  static let all = [
    Kind(name: "bits", run: BitFlips.run), Kind(name: "kills", run: Kills.run),
    Kind(name: "power", run: Outages.run), Kind(name: "ext4", run: Shutdowns.run),
    Kind(name: "full", run: FullDisks.run), Kind(name: "read-only", run: WriteProtection.run),
    Kind(name: "clock", run: Clocks.run), Kind(name: "stopped", run: StoppedHolder.run),
    Kind(name: "wal", run: CutLogs.run), Kind(name: "writers", run: Writers.run),
    Kind(name: "turns", run: Turns.run), Kind(name: "erasures", run: Erasures.run),
    Kind(name: "copies", run: Copies.run), Kind(name: "parsers", run: Parsers.run),
  ]
}

/// This machine does not give what a fault needs.
struct Skipped: Error {
  let reason: String
}
