import Foundation
import Values

/// The built program, run as a process as its users run it.
enum Program {
  /// What a run left behind.
  struct Outcome {
    let status: Int32
    let output: String
    let talk: String

    /// The output as JSON.
    var json: JSON {
      get throws { try JSON(parsing: output) }
    }
  }

  /// `ACTA_ADMIN`, else the program that was built beside the tests.
  static let path: String = {
    if let named = ProcessInfo.processInfo.environment["ACTA_ADMIN"] { return named }
    let tests = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let beside = tests.appending(path: "admin").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return root.appending(path: ".build/debug/admin").path
  }()

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The public past of the networks, and their plugins.
  static let policies = root.appending(path: "policies").path

  /// Runs the program to its end; its output goes through files, so that no pipe can fill up.
  static func run(
    _ words: [String], at now: String = "2026-11-23T09:00:00Z", input: String = "",
    environment: [String: String] = [:], program: String = path
  ) throws -> Outcome {
    try withFolder { folder in
      let process = process(words, at: now, environment)
      process.executableURL = URL(filePath: program)
      try Data(input.utf8).write(to: folder.appending(path: "in"))
      process.standardInput = try FileHandle(forReadingFrom: folder.appending(path: "in"))
      let output = try file("out", in: folder)
      let talk = try file("err", in: folder)
      (process.standardOutput, process.standardError) = (output, talk)
      try process.run()
      process.waitUntilExit()
      return Outcome(
        status: process.terminationStatus, output: try text("out", in: folder),
        talk: try text("err", in: folder))
    }
  }

  /// The program ready to be started, with nothing of this machine's own settings.
  static func process(
    _ words: [String], at now: String = "2026-11-23T09:00:00Z",
    _ environment: [String: String] = [:]
  ) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = words
    process.environment = ["ACTA_NOW": now, "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    return process
  }

  /// A folder of its own for one test, gone afterwards.
  static func withFolder<T>(_ body: (URL) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  private static func file(_ name: String, in folder: URL) throws -> FileHandle {
    let file = folder.appending(path: name)
    try Data().write(to: file)
    return try FileHandle(forWritingTo: file)
  }

  private static func text(_ name: String, in folder: URL) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }
}
