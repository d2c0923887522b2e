import Foundation
import Testing
import Values

/// Check 6 of the first release: two writers lose nothing, and a killed one leaves all or nothing.
@Suite(.serialized) struct WriterTests {
  private static func acts(_ count: Int, _ prefix: String) -> Data {
    Data(
      (0..<count).map { "- {do: person add, name: \"\(prefix) \($0)\"}\n" }.joined().utf8)
  }

  @Test func `Two imports at once lose nothing and record nothing twice`() throws {
    try NetworkOnDisk.with(history: false) { network in
      let runs = try ["a", "b"].map { name in
        let file = network.file("\(name).yaml")
        try Self.acts(200, name).write(to: file)
        return Program.process(["-C", network.folder, "import", file.path, "-q"])
      }
      for run in runs {
        run.standardOutput = FileHandle.nullDevice
        run.standardError = FileHandle.nullDevice
        try run.run()
      }
      for run in runs {
        run.waitUntilExit()
        #expect(run.terminationStatus == 0)
      }
      let ids = try network.rows("person list").compactMap { $0["person"]?.text }
      #expect(Set(ids) == Set((1...400).map { "H-\($0)" }) && ids.count == 400)
      #expect(try network.run("verify").status == 0)
    }
  }

  @Test func `The same file imported twice at once is recorded once`() throws {
    try NetworkOnDisk.with(history: false) { network in
      let file = network.file("acts.yaml")
      try Self.acts(100, "x").write(to: file)
      let runs = (0..<2).map { _ in
        Program.process(["-C", network.folder, "import", file.path, "-q"])
      }
      for run in runs {
        run.standardOutput = FileHandle.nullDevice
        try run.run()
      }
      for run in runs {
        run.waitUntilExit()
        #expect(run.terminationStatus == 0)
      }
      #expect(try network.rows("person list").count == 100)
    }
  }

  /// Two hundred imports of a thousand acts, each killed at its own random moment.
  @Test func `An import killed at any moment is there whole or not at all`() throws {
    try NetworkOnDisk.with(history: false) { network in
      let file = network.file("acts.yaml")
      try Self.acts(1_000, "x").write(to: file)
      let duration = try Self.duration(of: file, from: network)
      var generator = DamageTests.Seeded(state: 2_026)
      var killedWhileWriting = 0
      for round in 0..<200 {
        let copy = try Self.copy(of: network, "round-\(round)")
        defer { try? FileManager.default.removeItem(atPath: copy.folder) }
        let moment = duration * Double.random(in: 0.05...1.05, using: &generator)
        if try Self.kill(Program.process(["-C", copy.folder, "import", file.path]), after: moment) {
          killedWhileWriting += 1
        }
        let verified = try copy.run("verify --json")
        let name = "seed 2026, round \(round), after \(moment)"
        #expect(verified.status == 0, "\(name): \(verified.output)")
        let events = try verified.json["events"]?.int
        #expect(events == 2 || events == 1_002, "\(name): \(events ?? -1) events")
      }
      #expect(killedWhileWriting >= 50, "only \(killedWhileWriting) were killed while writing")
    }
  }

  /// How long a whole import takes here.
  private static func duration(of file: URL, from network: NetworkOnDisk) throws -> Duration {
    let copy = try copy(of: network, "measure")
    let start = ContinuousClock.now
    let outcome = try Program.run(["-C", copy.folder, "import", file.path, "-q"])
    guard outcome.status == 0 else { throw Unprepared(outcome.talk) }
    return ContinuousClock.now - start
  }

  private static func copy(of network: NetworkOnDisk, _ name: String) throws -> NetworkOnDisk {
    let folder = network.folder + "-" + name
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for file in ["log.db", "keys.db", "network.yaml", "lock"] {
      try FileManager.default.copyItem(
        atPath: "\(network.folder)/\(file)", toPath: "\(folder)/\(file)")
    }
    return NetworkOnDisk(folder: folder)
  }

  /// Kills a process after a while; whether it held the lock of the log then.
  private static func kill(_ process: Process, after moment: Duration) throws -> Bool {
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let deadline = ContinuousClock.now + moment
    try process.run()
    while ContinuousClock.now < deadline, process.isRunning {}
    let locks = (try? String(contentsOfFile: "/proc/locks", encoding: .utf8)) ?? ""
    let isWriting = process.isRunning && locks.contains(" \(process.processIdentifier) ")
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return isWriting
  }
}
