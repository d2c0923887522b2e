import EventStore
import Foundation
import Values

@testable import admin

/// A network's folder of its own with a small log, gone when the body returns.
enum SampleLog {
  static let now = "2026-11-23T09:32:00Z"

  /// Three events, one with sealed words, then those given, and a refused act.
  static func with<T>(_ more: [NewEvent?] = [], _ body: (String) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    guard let time = Instant(now) else { throw CocoaError(.featureUnsupported) }
    let log = try Log.create(in: folder.path, now: time)
    try log.write(now: time) { transaction in
      for (index, event) in (events + more.compactMap(\.self)).enumerated() {
        _ = try transaction.record(
          command(index, .accepted, [:]), request: .int(Int64(index)), events: [event])
      }
      let refusals: JSON = ["refusals": [["code": "notice-too-short"]]]
      _ = try transaction.record(command(99, .refused, refusals), request: 99)
    }
    log.close()
    return try body(folder.path)
  }

  private static func command(_ index: Int, _ verdict: Verdict, _ answer: JSON) -> NewCommand {
    NewCommand(
      id: CommandID("sample \(index)"), name: "member admit", actor: "secretariat", body: [:],
      verdict: verdict, answer: answer)
  }

  private static let events: [NewEvent] = [
    event("member", "PT", "member.admitted", ["class": "member", "from": "2016-11-24"]),
    event("member", "CH", "member.admitted", ["class": "observer", "from": "2016-11-24"]),
    event(
      "person", "H-1", "person.registered", ["languages": ["pt"]],
      sealed: [SealedField(slot: "name", subject: "H-1", text: "Ana Sousa")]),
  ].compactMap(\.self)

  /// Rules in force from the founding, with three clauses.
  static let rules = event(
    "network", "ejcn", "rules.adopted",
    [
      "version": "1.0.0", "from": "2016-06-09",
      "rules": [
        "timezone": "Europe/Amsterdam", "basis": ["council": "Council conclusions 10025/16"],
        "governance": [
          "programme": ["length": "P2Y", "source": "council"],
          "series": [
            "plenary": [
              "at_least": 2, "source": "council", "title": ["en": "Plenary"],
              "notice": ["period": "P14D", "source": "assumption"],
            ]
          ],
        ],
      ],
    ])

  static func event(
    _ category: String, _ id: String, _ type: String, _ data: JSON, sealed: [SealedField] = []
  ) -> NewEvent? {
    guard let stream = StreamName(category: category, id: id), let day = Day("2016-11-24") else {
      return nil
    }
    return NewEvent(stream: stream, type: type, effective: day, data: data, sealed: sealed)
  }
}
