import Foundation

/// What one kind of fault has to work with: a folder, chance, the program, and a list of what did not hold.
final class Trial {
  /// So many failures are told; more would only tell the same again.
  private static let mostFailures = 20

  let isShort: Bool
  let seed: UInt64
  let admin: String
  let folder: String
  var chance: Seeded
  private(set) var failures: [String] = []
  private var folders = 0

  init(_ name: String, seed: UInt64, isShort: Bool, admin: String) throws {
    (self.isShort, self.seed, self.admin) = (isShort, seed, admin)
    chance = Seeded(seed: name.utf8.reduce(seed) { $0 &* 31 &+ UInt64($1) })
    folder =
      FileManager.default.temporaryDirectory.appending(
        path: "acta-faults-\(UUID().uuidString)"
      ).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// Removes what the trial left.
  func clear() { try? FileManager.default.removeItem(atPath: folder) }

  /// So many in a short run, so many in a long one.
  func count(short: Int, long: Int) -> Int { isShort ? short : long }

  func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &chance) }

  /// A folder of its own; it is not made.
  func freshFolder() -> String {
    folders += 1
    return "\(folder)/\(folders)"
  }

  func expect(_ holds: Bool, _ told: @autoclosure () -> String) {
    guard !holds, failures.count < Self.mostFailures else { return }
    failures.append(told())
  }

  /// Runs the program as a user would; a crash and a hang are failures.
  func run(
    _ words: [String], at now: String = "2026-11-23T09:00:00Z", as name: String = ""
  ) throws -> Program.Outcome {
    let outcome = try Program.run(admin, words, ["ACTA_NOW": now], in: folder)
    let line = name.isEmpty ? words.joined(separator: " ") : name
    expect(!outcome.isCrash, "\(line): crashed: \(outcome.talk.suffix(400))")
    expect(!outcome.isHanging, "\(line): did not end")
    return outcome
  }
}
