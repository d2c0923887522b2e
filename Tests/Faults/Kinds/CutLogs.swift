import EventStore
import Foundation

/// The write-ahead log is cut anywhere: the acts that remain are the first so many, whole.
enum CutLogs {
  static func run(_ trial: Trial) throws -> String {
    let (folder, count) = (trial.freshFolder(), trial.count(short: 60, long: 600))
    let log = try Log.create(in: folder, now: Clock.now())
    let told = (0..<30).map { "W-\($0)" }
    for name in told { try Acts.record(name, bytes: trial.number(0...2_000), on: log) }
    let files = try Network(folder: folder, key: "").files().filter { !$0.key.hasSuffix("-shm") }
    log.close()
    guard let whole = files["log.db-wal"], whole.count > 10_000 else {
      throw Acts.Broken(what: "there is no write-ahead log to cut")
    }
    var kept: [(length: Int, acts: Int)] = []
    for number in 0..<count {
      let length = number == 0 ? 0 : number == 1 ? whole.count : trial.number(0...whole.count)
      let acts = try cut(files, whole.prefix(length), told, "cut at \(length)", trial)
      kept.append((length, acts))
    }
    kept.sort { $0.length < $1.length }
    trial.expect(kept.map(\.acts) == kept.map(\.acts).sorted(), "more bytes held fewer acts")
    trial.expect(kept.last?.acts == told.count, "the whole write-ahead log lost acts")
    return
      "\(count) lengths, from \(kept.first?.acts ?? 0) to \(kept.last?.acts ?? 0) acts left, each whole"
  }

  /// How many acts are left, or 0 with a failure told.
  private static func cut(
    _ files: [String: Data], _ log: Data, _ told: [String], _ name: String, _ trial: Trial
  ) throws -> Int {
    let folder = trial.freshFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (file, data) in files {
      try (file == "log.db-wal" ? log : data).write(to: URL(filePath: "\(folder)/\(file)"))
    }
    let found = try Acts.names(in: folder)
    let prefix = Array(told.prefix(found.count))
    let flaw = try Acts.flaw(in: folder, told: prefix, next: nil)
    trial.expect(flaw == nil, "\(name): \(flaw ?? "")")
    try Acts.record("after", on: Log.open(in: folder, for: .writing))
    trial.expect(
      try Acts.flaw(in: folder, told: prefix + ["after"], next: nil) == nil,
      "\(name): an act after it")
    return found.count
  }
}
