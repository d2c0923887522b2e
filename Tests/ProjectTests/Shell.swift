import Foundation

/// A command run as a person would run it.
struct Shell {
  let status: Int32
  /// Standard output and standard error, as they came.
  let output: String

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - words: The program by its path or its name on the PATH, and its arguments.
  ///   - folder: The working folder.
  ///   - variables: Set beside those of this process.
  /// - Throws: What `Process` throws when the program cannot be started.
  init(_ words: [String], in folder: URL, with variables: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: data, as: UTF8.self)
  }
}

/// A folder of a test's own, gone when the test is over.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "acta-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a program that a shell finds when this folder stands on the PATH.
  func program(_ name: String, _ script: String) throws {
    let file = url.appending(path: name)
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
  }

  /// The PATH with this folder first.
  var path: String {
    url.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
  }
}
