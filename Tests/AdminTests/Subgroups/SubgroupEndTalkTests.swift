import Testing
import Values

@testable import admin

/// A mandate that runs out, as a secretariat reads it.
@Suite struct SubgroupEndTalkTests {
  @Test(arguments: [
    (
      "en", "Since 1 May 2027 the subgroup crypto exists no more.",
      "Record its end with `admin tick`.", "1 May 2027 is the first day without the subgroup."
    ),
    (
      "pt", "Desde 1 de maio de 2027, o subgrupo crypto está extinto.",
      "Registe o seu termo com `admin tick`.",
      "1 de maio de 2027 é o primeiro dia sem o subgrupo."
    ),
    (
      "es", "Desde el 1 de mayo de 2027, el subgrupo crypto está extinguido.",
      "Registre su fin con `admin tick`.", "el 1 de mayo de 2027 es el primer día sin el subgrupo."
    ),
  ])
  func `A tick ends it when its time is over, and each answer says why`(
    _ row: (language: String, what: String, way: String, end: String)
  ) throws {
    let terms = "{may_set: [quorum], source: assumption}, ends_after: P30D"
    try SubgroupRulesTalkTests.with(terms) { network in
      try ReferralTalkTests.play(["\(SubgroupRulesTalkTests.add) --until 2027-03-31"], in: network)
      var later = network
      later.now = "2027-04-30T09:00:00Z"
      #expect(later.run("tick").output.hasPrefix("Nothing is due"))
      later.now = "2027-05-01T09:00:00Z"
      let late = later.run("subgroup report crypto --text Late --lang \(row.language)")
      #expect(late.status == .refused)
      #expect(late.talk.contains(row.what) && late.talk.contains(row.way), "\(late.talk)")
      let told = later.run("tick --lang \(row.language)")
      #expect(told.status == .done && told.output.contains(row.end), "\(told.output)")
      #expect(told.output.contains("subgroup end crypto"))
      let shown = try later.json("subgroup show crypto")
      #expect(shown["status"] == "ended" && shown["ended_on"] == "2027-05-01")
      #expect(later.run("tick").output.hasPrefix("Nothing is due"))
    }
  }
}
