import Governance
import Testing

/// The name under which somebody acts.
@Suite struct ActorTests {
  @Test(
    arguments: [
      ("secretariat", "secretariat", nil), ("H-3/clerk", "H-3", "clerk"),
      ("PT/board", "PT", "board"),
      ("a/b/c", "a", "b/c"), ("/clerk", "/clerk", nil), ("H-3/", "H-3/", nil), ("/", "/", nil),
      ("", "", nil),
    ] as [(String, String, String?)])
  func `A stroke stands between who acts and the role`(
    _ row: (text: String, who: String, role: String?)
  ) {
    let actor = Actor(row.text)
    #expect(actor.who == row.who && actor.role == row.role)
  }

  @Test(arguments: [("H-3/clerk", "clerk"), ("clerk", "clerk"), ("H-3", "H-3")])
  func `Rules that name roles look for the role, or for the one name`(
    _ row: (text: String, name: String)
  ) {
    #expect(Actor(row.text).name == row.name)
  }
}
