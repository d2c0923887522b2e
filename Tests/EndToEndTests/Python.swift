import Foundation

/// Short scripts for what a test needs from another program: a pseudo-terminal, a foreign writer.
enum Python {
  static let path = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Whether the machine has it; tests that need it are skipped aloud where it has not.
  static var isThere: Bool { path != nil }

  /// Runs a script to its end and gives its output.
  @discardableResult
  static func run(_ script: String, _ arguments: [String]) throws -> String {
    guard let path else { throw Unprepared("python3 is missing") }
    return try Program.withFolder { folder in
      let output = folder.appending(path: "out")
      try Data().write(to: output)
      let process = Process()
      process.executableURL = URL(filePath: path)
      process.arguments = ["-c", script] + arguments
      process.standardOutput = try FileHandle(forWritingTo: output)
      try process.run()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else { throw Unprepared("the script failed") }
      return try String(contentsOf: output, encoding: .utf8)
    }
  }
}
