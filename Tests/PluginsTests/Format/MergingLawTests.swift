import TestKit
import Testing
import Values

@testable import Plugins

/// What holds for every template and every file that extends it, tried on seeded trees.
@Suite struct MergingLawTests {
  private static let names = ["a", "b", "c", "d"]

  private static func tree(_ random: inout Seeded, depth: Int = 0) -> JSON {
    switch Int.random(in: 0..<(depth == 0 ? 1 : depth < 4 ? 5 : 3), using: &random) {
    case 0 where depth < 4, 4:
      .object(
        JSON.Fields(
          names.filter { _ in Bool.random(using: &random) }.map { name in
            (name, tree(&random, depth: depth + 1))
          }))
    case 1: .null
    case 2: .texts(["x", "y"].filter { _ in Bool.random(using: &random) })
    default: .text(["1", "2", "3"].randomElement(using: &random) ?? "1")
    }
  }

  /// The plainest merging there is: every path of the top wins, all others stay.
  private static func merged(_ below: JSON, under top: JSON) -> JSON {
    guard let lower = below.fields, let upper = top.fields else { return top }
    var result: [(String, JSON)] = []
    for name in Set(lower.names + upper.names).sorted() {
      let value =
        switch (lower[name], upper[name]) {
        case (let one?, let other?): merged(one, under: other)
        case (let one?, nil): one
        case (nil, let other): other ?? .null
        }
      result.append((name, value))
    }
    return .object(JSON.Fields(result))
  }

  private func merge(_ below: JSON, under top: JSON) -> JSON {
    Node(below).merged(under: Node(top)).json
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `Merging is what the plainest code says`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<100 {
      let (below, top) = (Self.tree(&random), Self.tree(&random))
      let expected = Self.merged(below, under: top)
      #expect(merge(below, under: top).canonicalText == expected.canonicalText)
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `An empty file changes nothing, and a file over itself nothing either`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<100 {
      let tree = Self.tree(&random)
      #expect(merge(tree, under: [:]).canonical == tree.canonical)
      #expect(merge([:], under: tree).canonical == tree.canonical)
      #expect(merge(tree, under: tree).canonical == tree.canonical)
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `Laying the same file over twice is laying it once`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<100 {
      let (below, top) = (Self.tree(&random), Self.tree(&random))
      let once = merge(below, under: top)
      #expect(merge(once, under: top).canonical == once.canonical)
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `No key comes twice and none is lost`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    for _ in 0..<100 {
      let (below, top) = (Self.tree(&random), Self.tree(&random))
      let names = try Node(below).merged(under: Node(top)).mapping().map(\.name)
      #expect(Set(names).count == names.count)
      let both = (below.fields?.names ?? []) + (top.fields?.names ?? [])
      #expect(Set(names) == Set(both))
    }
  }

  @Test func `Keys of the template come first, then those of the file, each in its order`() {
    let merged = Node(["d": 1, "a": 2, "c": 3]).merged(under: Node(["z": 4, "a": 5, "b": 6]))
    #expect(merged.json.compact == #"{"d":"1","c":"3","z":"4","a":"5","b":"6"}"#)
  }

  @Test func `What is no map gives way to what stands above`() {
    for below in [JSON.null, "x", ["x"], ["a": 1]] {
      for top in [JSON.null, "y", ["y"], []] {
        #expect(merge(below, under: top) == Node(top).json)
      }
    }
    #expect(merge("x", under: ["a": "1"]) == ["a": "1"])
  }
}
