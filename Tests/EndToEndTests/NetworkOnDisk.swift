import Foundation
import Values

/// One of the three networks, founded in a folder of its own.
struct NetworkOnDisk {
  let folder: String

  /// Founds a network in a scratch folder, with its public past if asked for.
  static func with<T>(
    _ name: String = "ejcn", history: Bool = true, _ body: (NetworkOnDisk) throws -> T
  ) throws -> T {
    try Program.withFolder { scratch in
      let network = NetworkOnDisk(folder: scratch.appending(path: name).path)
      let plugin = "\(Program.policies)/networks/\(name).yaml"
      try network.done(Program.run(["init", "--template", plugin, network.folder]))
      try network.done(network.run("apply --founding"))
      if history {
        try network.done(network.run("import \(Program.policies)/histories/\(name).yaml"))
      }
      return try body(network)
    }
  }

  private func done(_ outcome: Program.Outcome) throws {
    guard outcome.status == 0 else { throw Unprepared(outcome.talk) }
  }

  /// Runs a line; words are split at spaces, with `_` standing for a space inside a word.
  func run(_ line: String, at now: String = "2026-11-23T09:00:00Z") throws -> Program.Outcome {
    let words = line.split(separator: " ").map { $0.split(separator: "_").joined(separator: " ") }
    return try Program.run(["-C", folder] + words, at: now)
  }

  /// The rows that a list answers with.
  func rows(_ line: String, at now: String = "2026-11-23T09:00:00Z") throws -> [JSON] {
    try run(line + " --json", at: now).json.list ?? []
  }

  func file(_ name: String) -> URL { URL(filePath: folder).appending(path: name) }
}

/// A network could not be prepared; the test has not begun.
struct Unprepared: Error {
  let talk: String

  init(_ talk: String) { self.talk = talk }
}
