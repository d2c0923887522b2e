import Foundation
import Testing
import Values

@testable import EventStore

/// Lines of exports, and logs that are made from them.
enum Exported {
  static func lines(of log: Log, from start: Int64 = 0) throws -> [ExportLine] {
    var lines: [ExportLine] = []
    _ = try log.forEachLine(from: start) { lines.append($0) }
    return lines
  }

  static func texts(_ lines: [ExportLine]) -> [String] { lines.map(\.json.compact) }

  static func texts(of directory: String, from start: Int64 = 0) throws -> [String] {
    try texts(lines(of: Log.open(in: directory, for: .reading), from: start))
  }

  /// A state that says no more than how long the stream is.
  static func fold(_ log: Log, _ stream: StreamName) throws -> (fold: Int, data: JSON) {
    (1, ["events": .int(try log.version(of: stream))])
  }

  static func source(_ texts: [String]) -> () -> [UInt8]? {
    var rest = texts[...]
    return { rest.popFirst().map { Array($0.utf8) } }
  }

  @discardableResult
  static func make(_ texts: [String], in folder: String) throws -> ExportIntake.Result {
    try Log.make(in: folder, fold: fold, source(texts))
  }

  @discardableResult
  static func follow(_ texts: [String], in folder: String) throws -> ExportIntake.Result {
    let log = try Log.open(in: folder, for: .writing)
    return try ExportIntake.take(into: log, fold: fold, source(texts))
  }
}
