import Foundation
import Testing
import Values

/// Check 3: what has happened to real bodies, row by row of two tables, as worked cases.
///
/// `PublicLife/life.cases.yaml` holds the cases; the name of each begins with that of its row.
@Suite struct PublicLifeTests {
  /// Where a row of the tables is tried.
  enum Row: CustomStringConvertible {
    /// By so many worked cases, or more.
    case cases(String, Int)
    /// By a suite of its own, since it is no single act.
    case suite(String, String)

    var name: String {
      switch self {
      case .cases(let name, _), .suite(let name, _): name
      }
    }

    var description: String { name }
  }

  /// Section 7 of the survey of features: test vectors from public life.
  static let vectors: [Row] = [
    .cases("mandate extended", 4), .cases("seats by status", 3),
    .suite("invitations over quota", "InvitationTests"),
    .cases("open, then closed session", 2), .cases("two-year programme", 2),
    .cases("silence procedure", 1), .suite("second meeting with a lower quorum", "SecondCallTests"),
    .cases("quorum as a step table", 5), .cases("twice as many", 2), .cases("motions on order", 2),
    .cases("a right lost and regained", 2), .cases("the chair at a tie", 2),
    .cases("a second round in the same sitting", 1),
    .suite("proxies with an end", "GiveProxyTests"),
    .cases("rounding", 5), .cases("no quorum, so by letters", 2),
    .suite("recusal lowers the number needed", "RecusedBaseTests"),
  ]

  /// Section 6.1 of the survey of the domain: what goes wrong.
  static let failures: [Row] = [
    .cases("cancelled after numbering", 2), .cases("moved online", 3),
    .suite("annual meeting missed", "RollingMinimumTests"), .cases("late registration", 2),
    .cases("contact point replaced mid-meeting", 1),
    .cases("head represented by a deputy", 1), .cases("quorum lost", 3),
    .cases("who counts in the denominator", 3), .cases("silence objected", 2),
    .cases("objection after expiry", 1), .cases("objection withdrawn", 3),
    .cases("amendment instead of objection", 1), .cases("corrected minutes", 2),
    .cases("published list wrong", 1), .cases("retroactive effective date", 1),
    .cases("acting without mandate", 1), .cases("leap of presidency", 2),
    .cases("duties swapped within a group", 3),
    .suite("rule amended in the middle of a procedure", "AmendmentTests"),
    .cases("member leaves", 1), .cases("contact register stale", 1), .cases("wrong marking", 2),
    .suite("recorded twice by two secretaries", "WriterTests"),
  ]

  static var rows: [Row] { vectors + failures }

  private static let plugin = Program.root.appending(
    path: "Tests/EndToEndTests/PublicLife/life.yaml"
  ).path

  /// The cases as the program tried them, once for all rows.
  private static let tried = Result {
    try Program.run(["test", plugin, "--json"]).json["cases"]?.list ?? []
  }

  private static func cases() throws -> [JSON] { try tried.get() }

  @Test func `The rules of the cases are without a finding`() throws {
    let lint = try Program.run(["lint", Self.plugin])
    #expect(lint.status == 0, "\(lint.output)")
  }

  @Test(arguments: rows)
  func `Each row comes out as the body decided`(_ row: Row) throws {
    let own = try Self.cases().filter { $0["case"]?.text?.hasPrefix("\(row.name): ") == true }
    switch row {
    case .cases(_, let least): #expect(own.count >= least, "\(own.count)")
    case .suite: #expect(own.isEmpty)
    }
    for tried in own {
      #expect(tried["passes"] == true, "\(tried["case"]?.text ?? ""): \(tried.compact)")
    }
  }

  @Test func `Each case belongs to a row`() throws {
    let names = Set(Self.rows.map(\.name))
    #expect(names.count == Self.rows.count)
    let cases = try Self.cases()
    #expect(cases.count > 50)
    for tried in cases {
      let row = tried["case"]?.text?.components(separatedBy: ": ").first ?? ""
      #expect(names.contains(row), "\(row)")
    }
  }

  @Test func `A suite that tries a row is there`() throws {
    let tests = try #require(
      FileManager.default.enumerator(atPath: Program.root.appending(path: "Tests").path))
    let files = Set(tests.compactMap { ($0 as? String)?.components(separatedBy: "/").last })
    for row in Self.rows {
      if case .suite(_, let suite) = row { #expect(files.contains("\(suite).swift"), "\(row)") }
    }
  }
}
