import EventStore
import Foundation
import Testing
import Values

/// A folder of one test, gone with it.
final class Scratch {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "acta-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func bytes(of file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path + "/" + file)))
  }

  /// The bytes of every file of the folder, by name.
  func files() throws -> [String: [UInt8]] {
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
    return try Dictionary(uniqueKeysWithValues: names.map { ($0, try bytes(of: $0)) })
  }

  /// Removes a file; one that is not there is as good.
  func remove(_ file: String) throws {
    guard FileManager.default.fileExists(atPath: path + "/" + file) else { return }
    try FileManager.default.removeItem(atPath: path + "/" + file)
  }

  func write(_ bytes: [UInt8], to file: String) throws {
    try Data(bytes).write(to: URL(filePath: path + "/" + file))
  }
}

/// The time of the tests: 2026-11-23, nine o'clock in UTC.
let nine = Instant(microseconds: 1_795_424_400_000_000)

let today = Day(number: 20_780)

func stream(_ text: String) throws -> StreamName { try #require(StreamName(text)) }

/// An event that says nothing in particular.
func event(
  _ stream: StreamName, _ data: JSON = ["state": "PT"], type: String = "member.admitted",
  sealed: [SealedField] = []
) -> NewEvent {
  NewEvent(stream: stream, type: type, effective: today, data: data, sealed: sealed)
}

func act(
  _ id: String, verdict: Verdict = .accepted, body: JSON = ["do": "member admit"]
) -> NewCommand {
  NewCommand(
    id: CommandID(id), name: "member admit", actor: "secretariat", body: body, verdict: verdict,
    answer: ["clause": "membership.admission"], rules: .sha256("rules".utf8))
}

/// The code of the failure that an expression throws; nil when it throws none.
func code(of body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch let failure as Failure { return failure.code.name } catch { return "\(error)" }
}

extension Log {
  /// Records one command with its events in a transaction of its own.
  @discardableResult
  func record(
    _ id: String, _ events: [NewEvent], now: Instant = nine,
    expecting: [StreamName: ExpectedVersion] = [:],
    states: [StreamName: (fold: Int, data: JSON)] = [:]
  ) throws -> Appended {
    try write(now: now) { transaction in
      try transaction.record(
        act(id, verdict: events.isEmpty ? .refused : .accepted), request: ["id": .text(id)],
        events: events, expecting: expecting, states: states)
    }
  }
}
