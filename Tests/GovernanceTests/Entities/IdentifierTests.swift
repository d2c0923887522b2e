import Governance
import Testing
import Values

@Suite struct IdentifierTests {
  @Test(arguments: [
    ("a", true), ("PT", true), ("7", true), ("plenary-19", true), ("PT.contact_point.1", true),
    ("a.", true), ("a_", true), ("A-", true), ("", false), (".a", false), ("-a", false),
    ("_a", false), ("a b", false), ("a\n", false), ("é", false), ("aé", false), ("a/b", false),
    ("a=b", false), ("a,b", false), ("$a", false), ("٣", false), ("a\u{301}", false),
  ])
  func
    `An id has letters, digits, points, underscores and hyphens, and begins with one of the first two`(
      _ row: (text: String, isRight: Bool)
    )
  {
    #expect((MemberID(row.text) != nil) == row.isRight, "\(row.text)")
    #expect(MemberID(row.text)?.text == (row.isRight ? row.text : nil))
  }

  @Test(arguments: [(0, false), (1, true), (64, true), (65, false), (1_000, false)])
  func `An id has 1 to 64 letters`(_ row: (length: Int, isRight: Bool)) {
    #expect((MemberID(String(repeating: "a", count: row.length)) != nil) == row.isRight)
  }

  @Test func `Ids stand in the order of their letters and are said as they are written`() throws {
    let ids = try ["ES", "AT", "PT", "BE"].map { try #require(MemberID($0)) }
    #expect(ids.sorted().map(\.description) == ["AT", "BE", "ES", "PT"])
  }

  @Test(
    arguments: [
      ("programme-1.3", "programme-1", 3), ("a.b.7", "a.b", 7), ("programme-1", nil, 0),
      ("programme-1.", nil, 0), ("programme-1.0", nil, 0), ("programme-1.-1", nil, 0),
      (".1", nil, 0),
      ("programme-1.x", nil, 0), ("", nil, 0), ("programme-1.99999999999999999999", nil, 0),
    ] as [(String, String?, Int)])
  func `An action is named by its programme and a number from 1`(
    _ row: (text: String, programme: String?, number: Int)
  ) {
    let id = ActionID(row.text)
    #expect(id?.programme.text == row.programme)
    #expect(id == nil || id?.number == row.number)
    #expect(id == nil || id?.text == row.text)
  }

  @Test func `A stream's name gives back the id of its own kind only`() throws {
    let key = EntityKey(try #require(MemberID("PT")))
    #expect(key.text == "member-PT")
    #expect(try key.identifier(of: Member.self).text == "PT")
    #expect(throws: Failure.self) { try key.identifier(of: Person.self) }
    #expect(throws: Failure.self) {
      try EntityKey(category: "member", id: "P T").identifier(of: Member.self)
    }
  }
}
