import Testing

@testable import Publishing

/// Two texts held to each other word by word.
@Suite struct WordDifferenceTests {
  private static func marked(_ old: String, _ new: String) -> String {
    WordDifference(from: old, to: new).runs.map { run in
      switch run.kind {
      case .kept: run.text
      case .removed: "-\(run.text)-"
      case .added: "+\(run.text)+"
      }
    }.joined(separator: " ")
  }

  @Test(arguments: [
    ("", "", ""), ("a b", "a b", "a b"), ("a b", "", "-a b-"), ("", "a b", "+a b+"),
    ("It began at nine.", "It began at ten.", "It began at -nine.- +ten.+"),
    ("a b c", "a c", "a -b- c"), ("a c", "a b c", "a +b+ c"),
    ("a  b\nc", "a b c", "a b c"), ("x a b", "a b y", "-x- a b +y+"),
  ])
  func `Words that both have are kept, the others are told apart`(
    _ row: (old: String, new: String, marked: String)
  ) {
    #expect(Self.marked(row.old, row.new) == row.marked)
  }

  @Test(arguments: [
    ("the votes were counted twice", "the votes were then counted"), ("a b a b", "b a b a"),
    ("one two three four", "four three two one"),
  ])
  func `Either text can be read from the difference`(_ row: (old: String, new: String)) {
    let runs = WordDifference(from: row.old, to: row.new).runs
    func words(without kind: WordDifference.Kind) -> String {
      runs.filter { $0.kind != kind }.map(\.text).joined(separator: " ")
    }
    #expect(words(without: .added) == row.old)
    #expect(words(without: .removed) == row.new)
  }

  @Test func `Neighbouring runs are of different kinds`() {
    let runs = WordDifference(from: "a b c d e", to: "a x y d z").runs
    for (former, next) in zip(runs, runs.dropFirst()) { #expect(former.kind != next.kind) }
  }

  @Test func `Only equal texts have no difference`() {
    #expect(WordDifference(from: "a b", to: "a b").isEmpty)
    #expect(WordDifference(from: "", to: "").isEmpty)
    #expect(!WordDifference(from: "a b", to: "b a").isEmpty)
  }

  @Test func `Texts too long to be held word by word are told apart as wholes`() {
    let long = Array(repeating: "a", count: 2_100).joined(separator: " ")
    let runs = WordDifference(from: "x " + long, to: "y " + long).runs
    #expect(runs.map(\.kind) == [.removed, .added])
  }
}
