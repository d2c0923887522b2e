import Plugins
import TestKit
import Testing

@Suite struct MapTests {
  private static func map(_ count: Int) throws -> CEL.Map {
    let entries = (0..<count).map {
      (key: CEL.Value.string("key\($0)"), value: CEL.Value.int(Int64($0)))
    }
    return try #require(CEL.Map(entries))
  }

  @Test(arguments: [0, 1, 7, 8, 9, 16, 17, 100, 1_000])
  func `Each key of a map of any size is found, and no other`(_ count: Int) throws {
    let map = try Self.map(count)
    #expect(map.count == count)
    for index in 0..<count {
      #expect(map[.string("key\(index)")]?.shown == "\(index)")
    }
    #expect(map[.string("key\(count)")] == nil)
    #expect(map[.string("")] == nil)
  }

  @Test(arguments: [3, 30])
  func `Entries keep their order`(_ count: Int) throws {
    let shown = try Self.map(count).values.map(\.shown)
    #expect(shown == (0..<count).map { "\($0)" })
  }

  @Test(arguments: [
    (CEL.Value.int(1), CEL.Value.uint(1)), (.uint(2), .int(2)), (.int(3), .double(3)),
    (.uint(18_446_744_073_709_551_615), .double(18_446_744_073_709_551_616.0)),
  ])
  func `A whole number finds its key whatever its type`(
    _ row: (key: CEL.Value, other: CEL.Value)
  ) throws {
    let map = try #require(CEL.Map([(key: row.key, value: .bool(true))]))
    #expect(map[row.key]?.shown == "true")
    let isExact = row.other.shown != "1.8446744073709552e+19"
    #expect((map[row.other] != nil) == isExact)
  }

  @Test(arguments: [
    (CEL.Value.int(1), CEL.Value.int(-1)), (.int(1), .bool(true)), (.int(0), .bool(false)),
    (.string("1"), .int(1)), (.int(1), .double(1.5)), (.bool(true), .string("true")),
  ])
  func `Unlike keys are two`(_ row: (key: CEL.Value, other: CEL.Value)) throws {
    let map = try #require(CEL.Map([(key: row.key, value: .null)]))
    #expect(map[row.other] == nil)
  }

  @Test(arguments: [2, 20])
  func `A key that stands twice makes no map`(_ count: Int) {
    var entries = (0..<count).map { (key: CEL.Value.int(Int64($0)), value: CEL.Value.null) }
    #expect(CEL.Map(entries) != nil)
    entries.append((key: .uint(UInt64(count - 1)), value: .null))
    #expect(CEL.Map(entries) == nil)
  }

  @Test(arguments: [CEL.Value.double(1), .null, .bytes([1]), .list([]), .type("int")])
  func `Any other value is no key`(_ key: CEL.Value) {
    #expect(CEL.Map([(key: key, value: .null)]) == nil)
  }

  @Test func `Maps of the same entries are equal in any order`() throws {
    let first = CEL.Value.map(CEL.Map(["a": .int(1), "b": .uint(2)]))
    let second = CEL.Value.map(CEL.Map(["b": .double(2), "a": .int(1)]))
    #expect(first.equals(second) && second.equals(first))
    #expect(!first.equals(.map(CEL.Map(["a": .int(1)]))))
    #expect(!first.equals(.map(CEL.Map(["a": .int(1), "b": .int(3)]))))
    #expect(!first.equals(.map(CEL.Map(["a": .int(1), "c": .int(2)]))))
  }

  @Test(arguments: [1, 2, 3])
  func `A map answers as a dictionary does`(_ seed: UInt64) {
    var generator = Seeded(seed: seed)
    var known: [Int64: Int64] = [:]
    for _ in 0..<300 {
      known[Int64.random(in: -200...200, using: &generator)] = Int64.random(
        in: 0...9, using: &generator)
    }
    let map = CEL.Map(known.map { (key: .int($0.key), value: .int($0.value)) })
    for key in Int64(-220)...220 {
      #expect(map?[.int(key)]?.shown == known[key].map { "\($0)" })
    }
  }
}
