import TestKit
import Testing
import Values

@testable import Governance

/// Rankings by instant runoff: worked examples, each with its counts, and laws that hold for any ballots.
@Suite struct RunoffCountTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let name: String
    /// `abc=4 bca=3`: so many ballots in an order of options with one letter each.
    let ballots: String
    /// `a4 b3 c2 | a4 b5`: the counts, one after the other.
    let counts: String
    /// The option chosen, or those that are tied.
    let leading: String

    var testDescription: String { name }
  }

  static let examples = [
    Example(
      name: "more than half at once", ballots: "abc=5 bca=3 cab=1", counts: "a5 b3 c1",
      leading: "a"),
    Example(
      name: "the last leaves and its ballots go on", ballots: "abc=4 bca=3 cba=2",
      counts: "a4 b3 c2 | a4 b5", leading: "b"),
    Example(
      name: "half is not more than half", ballots: "ab=2 b=2", counts: "a2 b2", leading: "ab"),
    Example(
      name: "ballots without an option that is left count no more", ballots: "a=4 b=3 c=2",
      counts: "a4 b3 c2 | a4 b3", leading: "a"),
    Example(
      name: "two last ones leave together", ballots: "ab=4 b=2 c=2", counts: "a4 b2 c2 | a4",
      leading: "a"),
    Example(
      name: "ballots that have no option left are taken out of the base",
      ballots: "a=6 b=4 cb=3 dc=2", counts: "a6 b4 c3 d2 | a6 b4 c5 | a6 c5", leading: "a"),
    Example(
      name: "a tie in this count is decided by the one before",
      ballots: "ad=5 b=4 c=3 dc=1", counts: "a5 b4 c3 d1 | a5 b4 c4 | a5 b4", leading: "a"),
    Example(
      name: "all are tied in every count", ballots: "a=3 b=3 c=3", counts: "a3 b3 c3",
      leading: "abc"),
    Example(
      name: "a tie that is left at the end", ballots: "ac=3 bc=3 c=1", counts: "a3 b3 c1 | a3 b3",
      leading: "ab"),
    Example(
      name: "those that nobody put first leave together", ballots: "abcd=2 bacd=2 cabd=1",
      counts: "a2 b2 c1 d0 | a2 b2 c1 | a3 b2", leading: "a"),
    Example(name: "all ballots say the same", ballots: "abc=7", counts: "a7 b0 c0", leading: "a"),
    Example(name: "one option alone", ballots: "a=1", counts: "a1", leading: "a"),
    Example(name: "nobody voted", ballots: "abc=0", counts: "a0 b0 c0", leading: ""),
    Example(name: "nothing was put", ballots: "", counts: "", leading: ""),
  ]

  private static func options(_ letters: some StringProtocol) -> [OptionID] {
    letters.compactMap { OptionID(String($0)) }
  }

  private static func rankings(_ text: String) -> [Selection.Ranking] {
    text.split(separator: " ").map { ballot in
      let sides = ballot.split(separator: "=")
      return Selection.Ranking(options(sides[0]), ballots: Int(sides[1]) ?? -1)
    }
  }

  private static func words(_ count: RunoffCount) -> String {
    count.counts.map { results in
      results.map { "\($0.option.text)\($0.votes)" }.joined(separator: " ")
    }.joined(separator: " | ")
  }

  @Test(arguments: examples)
  func `A ranking is counted as documented`(_ example: Example) {
    let ballots = Self.rankings(example.ballots)
    let options = Set(ballots.flatMap(\.order)).sorted()
    let count = RunoffCount(ballots, among: options)
    #expect(Self.words(count) == example.counts)
    #expect(count.leading == Self.options(example.leading))
  }

  private static func chance(_ random: inout Seeded) -> [Selection.Ranking] {
    let letters = options("abcde")
    return (1...Int.random(in: 1...9, using: &random)).map { _ in
      let order = letters.shuffled(using: &random).prefix(Int.random(in: 1...5, using: &random))
      return Selection.Ranking(Array(order), ballots: Int.random(in: 0...6, using: &random))
    }
  }

  /// The count of decision 0026 ballot by ballot, as somebody would do it on a table.
  private static func byHand(_ ballots: [Selection.Ranking]) -> (counts: String, leading: [String])
  {
    let papers = ballots.flatMap { ballot in
      Array(repeating: ballot.order.map(\.text), count: ballot.ballots)
    }
    var left = Set(ballots.flatMap(\.order)).map(\.text).sorted()
    var past: [[String: Int]] = []
    var lines: [String] = []
    while !left.isEmpty {
      var heap: [String: Int] = [:]
      for paper in papers {
        if let first = paper.first(where: left.contains) { heap[first, default: 0] += 1 }
      }
      past.insert(heap, at: 0)
      lines.append(left.map { "\($0)\(heap[$0] ?? 0)" }.joined(separator: " "))
      let all = heap.values.reduce(0, +)
      if all == 0 { return (lines.joined(separator: " | "), []) }
      if let best = left.first(where: { 2 * (heap[$0] ?? 0) > all }) {
        return (lines.joined(separator: " | "), [best])
      }
      let columns = left.map { option in past.map { $0[option] ?? 0 } }
      let lowest = columns.min { $0.lexicographicallyPrecedes($1) } ?? []
      let stay = zip(left, columns).filter { $0.1 != lowest }.map(\.0)
      if stay.isEmpty { return (lines.joined(separator: " | "), left) }
      left = stay
    }
    return (lines.joined(separator: " | "), [])
  }

  @Test(arguments: UInt64(1001)...1200)
  func `Any ranking is counted as it would be by hand`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    let ballots = Self.chance(&random)
    let count = RunoffCount(ballots, among: Set(ballots.flatMap(\.order)).sorted())
    let hand = Self.byHand(ballots)
    #expect(Self.words(count) == hand.counts)
    #expect(count.leading.map(\.text) == hand.leading)
  }

  @Test(arguments: UInt64(1)...60)
  func `Whoever is first on more than half of all ballots is chosen, and nobody else`(
    _ seed: UInt64
  ) {
    var random = Seeded(seed: seed)
    let ballots = Self.chance(&random)
    let options = Set(ballots.flatMap(\.order)).sorted()
    let count = RunoffCount(ballots, among: options)
    let total = ballots.reduce(0) { $0 + $1.ballots }
    for option in options {
      let first = ballots.filter { $0.order.first == option }.reduce(0) { $0 + $1.ballots }
      if first * 2 > total { #expect(count.leading == [option] && count.counts.count == 1) }
    }
    #expect(count.counts.count <= options.count)
    if count.leading.count == 1, let last = count.counts.last {
      let votes = last.first { $0.option == count.leading[0] }?.votes ?? 0
      #expect(votes * 2 > last.reduce(0) { $0 + $1.votes })
    }
  }

  @Test(arguments: UInt64(101)...130)
  func `The order in which ballots are given changes nothing`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    let ballots = Self.chance(&random)
    let options = Set(ballots.flatMap(\.order)).sorted()
    let count = RunoffCount(ballots, among: options)
    let again = RunoffCount(ballots.shuffled(using: &random), among: options)
    #expect(Self.words(count) == Self.words(again) && count.leading == again.leading)
  }

  @Test(arguments: UInt64(201)...220)
  func `No ballot is lost: what a count does not show named nobody who was left`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    let ballots = Self.chance(&random)
    let options = Set(ballots.flatMap(\.order)).sorted()
    for results in RunoffCount(ballots, among: options).counts {
      let left = Set(results.map(\.option))
      let silent = ballots.filter { left.isDisjoint(with: $0.order) }.reduce(0) { $0 + $1.ballots }
      let shown = results.reduce(0) { $0 + $1.votes }
      #expect(shown + silent == ballots.reduce(0) { $0 + $1.ballots })
    }
  }
}
