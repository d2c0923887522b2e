import Foundation
import Testing
import Values

/// Copies of a network that is in use, made by the built program.
@Suite struct BackupTests {
  private static func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
  }

  /// Waits without sleeping: a sleep is coarser than the moments that are aimed at.
  private static func wait(_ duration: Duration) {
    let end = ContinuousClock.now + duration
    while ContinuousClock.now < end {}
  }

  /// Lines that are recorded by processes of their own at the same time.
  private static func start(_ lines: [String], on network: NetworkOnDisk) throws -> [Process] {
    try lines.map { line in
      let process = Program.process(
        ["-C", network.folder] + line.split(separator: " ").map { String($0) })
      (process.standardOutput, process.standardError) = (
        FileHandle.nullDevice, FileHandle.nullDevice
      )
      try process.run()
      return process
    }
  }

  @Test
  func `Copies that are made while others record are whole, and each is a beginning of the next`()
    throws
  {
    try NetworkOnDisk.with(history: false) { network in
      try Program.withFolder { beside in
        var heads: [Int64] = []
        for round in 0..<4 {
          let lines = (0..<4).map { "person add R\(round)W\($0) --quiet" }
          let writers = try Self.start(lines, on: network)
          let copy = beside.appending(path: "copy-\(round)").path
          let made = try network.run("backup \(copy) --json")
          for writer in writers { writer.waitUntilExit() }
          #expect(made.status == 0, "\(made.talk)")
          #expect(writers.allSatisfy { $0.terminationStatus == 0 })
          let verified = try Program.run(["verify", copy, "--json"]).json
          let head = try made.json["head"]
          #expect(verified["whole"] == true && verified["head"] == head)
          heads.append(try #require(verified["events"]?.int))
        }
        #expect(heads == heads.sorted())
        // Each acknowledged act is there, and each copy can be brought level.
        #expect(try network.rows("person list").count == 16)
        let shipped = beside.appending(path: "shipped").path
        #expect(try network.run("backup \(shipped) --since 0").status == 0)
        for round in 0..<4 {
          let copy = beside.appending(path: "copy-\(round)").path
          let told = try Program.run(["follow", shipped, copy])
          #expect(told.status == 0, "\(told.talk)")
          #expect(
            try Program.run(["verify", copy]).output == network.run("verify").output)
        }
      }
    }
  }

  @Test(arguments: ["ejcn", "ciberred", "forum-cibercrime"])
  func `A network with its past comes through export and archive unchanged`(_ name: String) throws {
    try NetworkOnDisk.with(name) { network in
      try Program.withFolder { beside in
        func path(_ name: String) -> String { beside.appending(path: name).path }
        let export = try network.run("log export").output
        try Data(export.utf8).write(to: beside.appending(path: "export"))
        let made = try Program.run(["log", "import", path("export"), path("made")])
        #expect(made.status == 0, "\(made.talk)")
        #expect(try Program.run(["-C", path("made"), "log", "export"]).output == export)
        #expect(
          try Program.run(["-C", path("made"), "verify"]).output == network.run("verify").output)
        for archive in ["a", "b"] {
          #expect(try network.run("archive \(path(archive))").status == 0)
        }
        #expect(try Program.run(["restore", path("a"), path("moved")]).status == 0)
        #expect(try Program.run(["-C", path("moved"), "archive", path("c")]).status == 0)
        let bytes = try ["a", "b", "c"].map { try Data(contentsOf: beside.appending(path: $0)) }
        #expect(bytes[0] == bytes[1] && bytes[0] == bytes[2])
        for noun in ["member", "meeting", "deliberation", "seat"] {
          let line = [noun, "list", "--json"]
          #expect(
            try Program.run(["-C", path("moved")] + line).output
              == network.run(line.joined(separator: " ")).output, "\(noun)")
        }
      }
    }
  }

  @Test func `A copy whose making was killed is whole and known to the log, or not there`()
    throws
  {
    try NetworkOnDisk.with { network in
      try Program.withFolder { beside in
        for number in 0..<8 {
          let copy = beside.appending(path: "copy-\(number)").path
          let process = Program.process(["-C", network.folder, "backup", copy])
          (process.standardOutput, process.standardError) = (
            FileHandle.nullDevice, FileHandle.nullDevice
          )
          try process.run()
          let isBegun = { try Self.names(in: beside).contains { $0.hasPrefix("copy-\(number)") } }
          while process.isRunning, try !isBegun() {}
          Self.wait(.milliseconds(number * 4))
          kill(process.processIdentifier, SIGKILL)
          process.waitUntilExit()
          // Either there is no copy, or a whole one of which the log knows.
          guard FileManager.default.fileExists(atPath: copy) else { continue }
          #expect(try Program.run(["verify", copy]).status == 0)
          #expect(
            try network.rows("log list --type backup.made").contains {
              $0["data"]?["name"] == .text("copy-\(number)")
            })
        }
        let after = try network.run("verify")
        #expect(after.status == 0, "\(after.output)")
        #expect(try network.run("person add Rui --quiet").status == 0)
      }
    }
  }
}
