import Foundation
import Plugins
import Testing
import Values

/// Holds the shipped networks to the published facts, where the folder with them is at hand.
@Suite struct PublishedFactsTests {
  static let folder = ShippedPoliciesTests.root.deletingLastPathComponent()
    .appending(path: "shared/facts")

  static let isAtHand: ConditionTrait = .enabled(
    if: FileManager.default.fileExists(atPath: folder.appending(path: "ejcn.yaml").path),
    "the folder shared/facts is not beside the checkout")

  private func facts(_ network: String) throws -> [String: Node] {
    let entries = try YAMLFile.read(Self.folder.appending(path: "\(network).yaml").path).mapping()
    return Dictionary(entries.map { ($0.name, $0.value) }) { first, _ in first }
  }

  private func below(_ node: Node?, _ key: String) throws -> Node {
    let entries = try #require(node).mapping()
    return try #require(entries.first { $0.name == key }).value
  }

  @Test(isAtHand, arguments: ShippedPoliciesTests.networks)
  func `Founding and frequency are those of the facts`(_ network: String) throws {
    let facts = try facts(network)
    let rules = try ShippedPoliciesTests.load(network).rules
    #expect(rules.founding.on == (try below(facts["founded"], "on").partialDay()))
    let meetings = try below(facts["plenaries"] ?? facts["meetings"], "frequency")
    let minimum = try #require(rules.series.first?.minimum)
    #expect(minimum.per == (try below(meetings, "per").period()))
    #expect(minimum.atLeast == (try below(meetings, "at_least").integer(in: 0...9)))
  }

  @Test(isAtHand, arguments: ShippedPoliciesTests.networks)
  func `Names are those of the facts`(_ network: String) throws {
    let rules = try ShippedPoliciesTests.load(network).rules
    for entry in try #require(try facts(network)["name"]).mapping() where entry.name != "fr" {
      #expect(rules.title.texts[entry.name] == (try entry.value.string()))
    }
  }

  @Test(isAtHand) func `The trios are those of the facts`() throws {
    let trios = try #require(try facts("ejcn")["trio"]).sequence()
    guard
      case .rotation(let rotation) = try ShippedPoliciesTests.load("ejcn").rules.body("board")?
        .composition
    else {
      Issue.record("the board does not rotate")
      return
    }
    let groups = try trios.map { node in
      RotationRule.Group(
        members: try below(node, "states").sequence().map { try $0.string() },
        from: try below(node, "from").day(), until: try below(node, "until").day())
    }
    #expect(rotation.groups == groups)
  }

  @Test(isAtHand) func `The EJCN's programme has the length of the facts`() throws {
    let length = try below(try facts("ejcn")["work_programme"], "period").period()
    #expect(try ShippedPoliciesTests.load("ejcn").rules.programme?.length == length)
  }
}
