import EventStore
import Foundation
import Governance
import Testing
import Values

@testable import Projections

/// A network's folder for one test, with a log that anything can be appended to.
final class Workshop {
  let directory: String
  let log: Log
  private var commands: UInt8 = 0

  init() throws {
    directory = NSTemporaryDirectory() + "acta-views-\(UUID().uuidString)"
    log = try Log.create(in: directory, now: Instant(microseconds: 1_700_000_000_000_000))
  }

  deinit {
    log.close()
    do { try FileManager.default.removeItem(atPath: directory) } catch {
      Issue.record("the folder of the test stays: \(error)")
    }
  }

  var viewsPath: String { directory + "/views.db" }

  /// Records one event in a command of its own, as it came from the registrar.
  func append(_ event: PastEvent) throws {
    let stream = try #require(StreamName(category: event.key.category, id: event.key.id))
    let new = NewEvent(
      stream: stream, type: event.type, effective: event.effective, data: event.data)
    try record([new], verdict: .accepted)
  }

  /// Records a command that brought nothing, as a refusal does.
  func refuse() throws { try record([], verdict: .refused) }

  private func record(_ events: [NewEvent], verdict: Verdict) throws {
    let now = Instant(microseconds: 1_700_000_000_000_000)
    try log.write(now: now) { transaction in
      let command = NewCommand(
        id: CommandID.random(), name: "test act", actor: "secretariat", body: [:],
        verdict: verdict, answer: [:])
      var expected: [StreamName: ExpectedVersion] = [:]
      for event in events {
        let version = try transaction.version(of: event.stream)
        expected[event.stream] = version == 0 ? .noStream : .exactly(version)
      }
      _ = try transaction.record(
        command, request: .text(UUID().uuidString), events: events, expecting: expected)
    }
  }

  /// The bytes of every row of every table on some days: equal bytes are equal answers.
  func answers(_ views: Views, on days: [Day] = Workshop.days) throws -> String {
    var lines: [String] = []
    for table in TableCatalogue.standard.tables {
      for day in days {
        let rows = try views.rows(table.definition.name, on: day)
        lines.append("\(table.definition.name) \(day)")
        lines += rows.map(\.json.canonicalText)
      }
    }
    return lines.joined(separator: "\n")
  }

  static let days = stride(from: 16_990, to: 17_420, by: 23).map { Day(number: $0) }

  /// Whether `views.db` alone, with no help from the log, holds rows that are level with it.
  func fileIsLevel() throws -> Bool {
    let tables = try ViewsFile(in: directory, .standard).level(with: log)
    defer { tables?.close() }
    return tables != nil
  }
}
