import Testing

@testable import Values

@Suite struct NearestTests {
  static let words = [
    "abstentions", "adopted_by", "base", "basis", "bodies", "chair", "classes", "coordinator",
    "decisions", "documents", "elected", "extends", "groups", "holdover", "id", "institutions",
    "languages", "length", "maximum", "membership", "minimum", "notice", "outputs", "per",
    "programme", "quorum", "recording_since", "rights", "rotation", "seats", "series", "source",
    "subgroups", "term", "title", "urgent", "version", "zone",
  ]

  @Test(arguments: [
    ("notise", "notice"), ("notcie", "notice"), ("notic", "notice"), ("quorm", "quorum"),
    ("qourum", "quorum"), ("quorums", "quorum"), ("memebrship", "membership"),
    ("menbership", "membership"), ("seat", "seats"), ("sereis", "series"), ("serie", "series"),
    ("souce", "source"), ("sorce", "source"), ("titel", "title"), ("tilte", "title"),
    ("verison", "version"), ("zoen", "zone"), ("languges", "languages"), ("lenght", "length"),
    ("maximun", "maximum"), ("minimun", "minimum"), ("adoptedby", "adopted_by"),
    ("absentions", "abstentions"), ("coordinador", "coordinator"), ("decision", "decisions"),
    ("dicisions", "decisions"), ("document", "documents"), ("extend", "extends"),
    ("gropus", "groups"), ("holdovr", "holdover"), ("langauges", "languages"),
    ("outptus", "outputs"), ("program", "programme"), ("rigths", "rights"),
    ("rotaton", "rotation"), ("subgroup", "subgroups"), ("tem", "term"), ("tterm", "term"),
    ("zones", "zone"), ("urgnet", "urgent"),
    ("recording_sinse", "recording_since"), ("calsses", "classes"),
  ])
  func `A typing error finds its word`(_ row: (String, String)) {
    #expect(Nearest.word(to: row.0, among: Self.words) == row.1)
  }

  @Test(arguments: [
    "x", "", "zz", "qqq", "foo", "xyzzy", "frobnicate", "kubernetes", "42", "???", "wwwwww",
    "helm", "pipeline", "javascript", "lorem", "zebra", "kayak", "mmmm", "grumpf", "ünïcödé",
  ])
  func `Nonsense finds nothing`(_ word: String) {
    #expect(Nearest.word(to: word, among: Self.words) == nil)
  }

  @Test func `Of words equally near the first by its letters is taken`() {
    #expect(Nearest.word(to: "bat", among: ["cat", "bad", "bar"]) == "bad")
  }

  @Test(arguments: [
    ("abc", "abc", 0), ("abc", "acb", 0), ("abc", "abcd", 1), ("abc", "abd", 2), ("abc", "ab", 4),
    ("", "abc", 3), ("abc", "", 12),
  ])
  func `Each kind of mistake has its price`(_ row: (String, String, Int)) {
    let distance = Nearest.distance(
      from: Array(row.0.unicodeScalars), to: Array(row.1.unicodeScalars))
    #expect(distance == row.2)
  }

  @Test func `A word past the bound is not compared`() {
    let long = String(repeating: "a", count: 65)
    #expect(Nearest.word(to: long, among: [long]) == nil)
    #expect(Nearest.word(to: "a", among: [long]) == nil)
  }
}
