import Testing

/// What may stand in a map and in a list that is written in the text.
@Suite struct MapLiteralTests {
  @Test(arguments: [
    ("{'a': 1, 'a': 2}", "!evaluation-key-repeated"),
    ("{1: 1, 1u: 2}", "!evaluation-key-repeated"),
    ("{true: 1, false: 2, true: 3}", "!evaluation-key-repeated"),
    ("{1: 1, '1': 2, true: 3}", "{1: 1, '1': 2, true: 3}"),
    ("{dyn(1.0): 1}", "!evaluation-key-type"),
    ("{dyn(null): 1}", "!evaluation-key-type"),
    ("{dyn([1]): 1}", "!evaluation-key-type"),
    ("{?'a': optional.of(1), ?'b': optional.none()}", "{'a': 1}"),
    ("{?dyn('a'): dyn(1)}", "!evaluation-no-overload"),
    ("[?dyn(1)]", "!evaluation-no-overload"),
    ("{'z': 1, 'a': 2, 'm': 3}", "{'z': 1, 'a': 2, 'm': 3}"),
    ("{'z': 1, 'a': 2}.map(k, k)", "['z', 'a']"),
  ])
  func `Keys are texts, whole numbers and booleans, each once, in the order written`(
    _ row: Evaluating.Row
  ) {
    #expect(Evaluating.shown(row.text) == row.shown)
  }

  @Test func `Two canonically equal texts are two keys`() {
    #expect(Evaluating.shown("{'S\u{E3}o': 1, 'Sa\u{303}o': 2}.size()") == "2")
  }
}
