import Foundation

/// What a script beside the tests answered; nil where this machine has no Python.
struct Python {
  let output: String
  let status: Int32

  init?(_ script: String, _ words: [String]) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-B", folder.appending(path: script).path] + words
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = Pipe()
    try process.run()
    output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
    guard status != 127 else { return nil }
  }
}
