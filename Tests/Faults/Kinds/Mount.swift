import Foundation

/// A small file system of a trial's own, where this account may mount one.
final class Mount {
  let path: String

  /// Mounts with the words of `mount`; the last, the folder, is added.
  ///
  /// - Throws: `Skipped` where that is not allowed.
  init(_ words: [String], in trial: Trial) throws {
    path = trial.freshFolder()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard try Self.run(["mount"] + words + [path], trial).status == 0 else {
      throw Skipped(reason: "this account may not mount: run it as root to try this too")
    }
  }

  deinit { _ = try? Self.end(path) }

  func remount(_ options: String, _ trial: Trial) throws {
    guard try Self.run(["mount", "-o", "remount,\(options)", path], trial).status == 0 else {
      throw Skipped(reason: "this account may not remount")
    }
  }

  /// Runs a tool of the system.
  static func run(_ words: [String], _ trial: Trial) throws -> Program.Outcome {
    try Program.run("/usr/bin/env", words, in: trial.folder)
  }

  private static func end(_ path: String) throws {
    let process = try Program.start("/usr/bin/env", ["umount", "-l", path], output: "/dev/null")
    _ = Program.wait { !process.isRunning }
  }

  func end(_ trial: Trial) throws {
    let outcome = try Self.run(["umount", path], trial)
    trial.expect(outcome.status == 0, "umount: \(outcome.talk)")
  }
}
