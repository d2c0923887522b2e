import Foundation

/// Another program, run as a process whose output goes to files, so that no pipe can fill up.
enum Program {
  struct Outcome {
    let status: Int32
    let isCrash: Bool
    let isHanging: Bool
    let output: String
    let talk: String
  }

  /// After so long a process is taken to hang.
  private static let patience = Duration.seconds(120)

  /// A program that was built into the same folder as this one.
  static func beside(_ name: String) -> String {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: own).deletingLastPathComponent().appending(path: name).path
  }

  /// Starts a program; its output is added to a file.
  static func start(
    _ path: String, _ words: [String], output: String, talk: String? = nil,
    _ environment: [String: String] = [:]
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = words
    process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "SWIFT_BACKTRACE": "enable=no"]
      .merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try file(output)
    process.standardError = try talk.map { try file($0) } ?? FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Starts this program again, for a work of its own.
  static func child(_ words: [String], output: String) throws -> Process {
    try start(beside("acta-faults"), ["--child"] + words, output: output)
  }

  /// Runs a program to its end.
  static func run(
    _ path: String, _ words: [String], _ environment: [String: String] = [:], in folder: String
  ) throws -> Outcome {
    let (output, talk) = ("\(folder)/out", "\(folder)/talk")
    for name in [output, talk] { try Data().write(to: URL(filePath: name)) }
    let process = try start(path, words, output: output, talk: talk, environment)
    let start = ContinuousClock.now
    while process.isRunning, start.duration(to: .now) < patience { usleep(500) }
    let isHanging = process.isRunning
    stop(process)
    return Outcome(
      status: process.terminationStatus,
      isCrash: process.terminationReason == .uncaughtSignal && !isHanging, isHanging: isHanging,
      output: text(output), talk: text(talk))
  }

  /// Ends a process at once, as a power cut would.
  static func stop(_ process: Process) {
    if process.isRunning { _ = kill(process.processIdentifier, SIGKILL) }
    while process.isRunning { usleep(200) }
    process.waitUntilExit()
  }

  /// Waits for a condition, a bounded time; whether it came about.
  static func wait(atMost patience: Duration = patience, until holds: () -> Bool) -> Bool {
    let start = ContinuousClock.now
    while !holds() {
      guard start.duration(to: .now) < patience else { return false }
      usleep(500)
    }
    return true
  }

  static func text(_ path: String) -> String {
    (try? String(decoding: Data(contentsOf: URL(filePath: path)), as: UTF8.self)) ?? ""
  }

  /// The whole lines of a file that is being written.
  static func lines(_ path: String) -> [Substring] {
    let text = text(path)
    guard let end = text.lastIndex(of: "\n") else { return [] }
    return text[..<end].split(separator: "\n")
  }

  private static func file(_ path: String) throws -> FileHandle {
    if !FileManager.default.fileExists(atPath: path) { try Data().write(to: URL(filePath: path)) }
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.seekToEnd()
    return file
  }
}
