import EventStore
import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// A network whose rules declare views, and the ways to ask for their rows.
struct ViewedNetwork {
  let network: SampleNetwork

  init(_ written: String = SampleRules.views) throws {
    network = try SampleNetwork(adding: written)
  }

  /// Records an event of the network's own and brings `views.db` level, as the command line does.
  func register(_ type: String, _ pairs: [String], on day: String) throws {
    try record("event register", ["type": ["sample.guideline.\(type)"], "set": pairs], on: day)
  }

  func record(_ act: String, _ fields: [String: [String]], on day: String = "2026-11-23") throws {
    try network.record(act, fields, on: day)
    #expect(Views.catchUp(with: network.log) == nil)
  }

  /// Lets a plenary of three members adopt later rules.
  func adopt(_ written: String, from day: String) throws {
    for member in ["ES", "MT", "PT"] {
      try record("member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.convene("plenary-1", for: "2026-03-20", until: "2026-03-27", on: "2026-02-02")
    try network.open("plenary-1", on: "2026-03-20")
    try network.adopt(SampleRules.document(adding: written), from: day)
    #expect(Views.catchUp(with: network.log) == nil)
  }

  /// The rows of a view on a day; nil when the rules of the day do not declare it.
  func rows(_ view: String, on day: String, knownAt position: Int64? = nil) throws -> [Row]? {
    let views = try position.map { try Views.open(for: network.log, knownAt: $0) }
    return try OwnView.find(
      view, in: views ?? Views.open(for: network.log), on: try #require(Day(day)))?.rows
  }

  /// Some columns of the rows, a line for each.
  func lines(
    _ view: String, on day: String, knownAt position: Int64? = nil, _ columns: String...
  ) throws -> [String] {
    try #require(try rows(view, on: day, knownAt: position)).map { row in
      columns.map { name in
        let value = row.json[name] ?? .null
        return value.isNull ? "-" : value.text ?? value.canonicalText
      }.joined(separator: " ")
    }
  }

  /// Every row of every view on some days: equal texts are equal answers.
  func answers(_ views: Views) throws -> String {
    var lines: [String] = []
    for day in ["2025-12-31", "2026-03-01", "2026-06-15", "2026-11-23", "2027-06-01"] {
      let day = try #require(Day(day))
      for declared in try OwnViewList.rows(views, day) {
        let name = try #require(declared.text("view"))
        let found = try #require(try OwnView.find(name, in: views, on: day))
        lines += ["\(day) \(declared.json.canonicalText)"] + found.rows.map(\.json.canonicalText)
      }
    }
    return lines.joined(separator: "\n")
  }
}
