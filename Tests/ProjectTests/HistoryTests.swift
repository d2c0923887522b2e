import Foundation
import Testing
import Values

@testable import Governance
@testable import Plugins

/// The histories hold what is public: every act of a known kind, every value of the facts, nothing from later.
@Suite struct HistoryTests {
  private static let universal: Set = ["do", "effective", "note", "as", "key", "actor"]
  private static let facts = Checkout.root.appending(path: "../shared/facts").standardizedFileURL

  @Test(arguments: History.networks)
  func `Every act of a history stands in the glossary`(_ network: String) throws {
    let known = try Glossary().acts
    for act in try History(network).acts {
      #expect(known.contains(act.name), "\(act.place): \(act.name) is no act of docs/glossary.md")
    }
  }

  @Test(arguments: History.networks)
  func `Every field of a history is one that its act asks for`(_ network: String) throws {
    for act in try History(network).acts {
      guard let kind = ActCatalogue.command(named: act.name)?.kind else { continue }
      let fields = Set(act.fields.keys).subtracting(Self.universal)
      let unknown = fields.subtracting(kind.fields.map(\.name)).sorted()
      #expect(unknown.isEmpty, "\(act.place): \(act.name) has no \(unknown)")
      for field in kind.fields where field.isRequired {
        #expect(fields.contains(field.name), "\(act.place): \(act.name) needs \(field.name)")
      }
    }
  }

  @Test(arguments: History.networks)
  func `Every act of a history says from when it counts, before the log begins`(
    _ network: String
  ) throws {
    let beginning = try #require(Day("2026-01-01"))
    for act in try History(network).acts {
      let effective = try act.fields["effective"]?.partialDay()
      #expect(effective.map { $0.first < beginning } == true, "\(act.place): give `effective`")
    }
  }

  @Test(arguments: History.networks)
  func `A reference leads to an earlier act of the file`(_ network: String) throws {
    var labels: Set<String> = []
    for act in try History(network).acts {
      for (field, node) in act.fields {
        guard case .scalar(let scalar) = node.kind, scalar.text.hasPrefix("$") else { continue }
        let name = String(scalar.text.dropFirst())
        #expect(labels.contains(name), "\(act.place): \(field): no earlier act has `as: \(name)`")
      }
      if let label = try act.text("as") { #expect(labels.insert(label).inserted) }
    }
  }

  @Test func `The plenaries that are not known are skipped and not invented`() throws {
    let numbers = try History("ejcn").values("number", of: "meeting plan").compactMap { Int($0) }
    #expect(numbers == [1, 2, 6, 7, 14, 18])
  }

  @Test func `The disputed participation of Spain is recorded and then corrected`() throws {
    let history = try History("ciberred")
    let admission = try history.acts.firstIndex { try $0.text("member") == "ES" }
    let correction = try history.acts.firstIndex { try $0.text("event") == "$spain" }
    let first = try #require(admission)
    let then = try #require(correction)
    #expect(first < then)
    let reasons = try history.values("reason", of: "event correct")
    #expect(reasons.contains { $0.contains("Spain") })
  }

  @Test func `Macau is an observer, and Equatorial Guinea is in no class`() throws {
    let history = try History("forum-cibercrime")
    let macau = try history.acts.first { try $0.text("member") == "MO" }
    let memberClass = try #require(macau).text("class")
    let members = try history.values("member", of: "member admit")
    #expect(memberClass == "observer")
    #expect(!members.contains("GQ"))
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: facts.path),
      "the facts stand beside the checkout only where the project is developed"),
    arguments: History.networks)
  func `Every member and meeting of the facts is in the history`(_ network: String) throws {
    let url = Self.facts.appending(path: "\(network).yaml")
    let root = try History.root(of: url, as: url.lastPathComponent)
    let history = try History(network)
    let members = try history.values("member", of: "member admit")
    for state in try #require(root["members"]?["states"]).sequence() {
      let code = try state.string()
      #expect(members.contains(code), "\(network): admit \(code)")
    }
    let days = try history.values("from", of: "meeting plan")
    let held = try #require((root["plenaries"] ?? root["meetings"])?["held"]).sequence()
    for meeting in held {
      guard let from = try meeting["from"]?.string() else { continue }
      #expect(days.contains(from), "\(network): plan the meeting of \(from)")
    }
    #expect(held.count == history.acts("meeting plan").count)
  }
}

extension Node {
  /// The value of a key of a mapping.
  fileprivate subscript(_ name: String) -> Node? {
    guard case .mapping(let entries) = kind else { return nil }
    return entries.first { $0.name == name }?.value
  }
}
