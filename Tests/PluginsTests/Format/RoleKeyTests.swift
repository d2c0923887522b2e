import Plugins
import Testing
import Values

/// Who is in a role, as a plugin says it.
@Suite struct RoleKeyTests {
  private func load(_ role: String) throws(PluginRefused) -> Rules {
    let text = SamplePlugin.text + "roles:\n  clerk: {grants: [member.admitted], \(role)}\n"
    return try PluginFile.load(text: text, file: "sample.yaml").rules
  }

  @Test func `A role without a key for it is an office`() throws {
    let role = try #require(try load("source: practice").roles.first)
    #expect(role.who == nil && role.scope == .any)
  }

  @Test func `Seats, bodies, chairs, acts and classes say who is in it`() throws {
    let who = try #require(
      try load(
        "who: {seats: [contact_point], bodies: [plenary], chairs: [plenary], named: true, "
          + "classes: [member]}, source: practice"
      ).roles.first?.who)
    #expect(who.seats == ["contact_point"] && who.bodies == ["plenary"])
    #expect(who.chairs == ["plenary"] && who.isNamed && who.classes == ["member"])
  }

  @Test func `What does not stand there is empty`() throws {
    let who = try #require(try load("who: {named: true}, source: practice").roles.first?.who)
    #expect(who == RoleWho(isNamed: true))
    #expect(!who.isEmpty && RoleWho().isEmpty && RoleWho(classes: ["member"]).isEmpty)
  }

  @Test(arguments: [
    ("who: {seats: [contact_pont]}, source: practice", "reference-unknown"),
    ("who: {bodies: [plenery]}, source: practice", "reference-unknown"),
    ("who: {chairs: [nobody]}, source: practice", "reference-unknown"),
    ("who: {named: true, classes: [guest]}, source: practice", "reference-unknown"),
    ("who: {named: perhaps}, source: practice", "value-unreadable"),
    ("who: {name: true}, source: practice", "key-misspelt"),
    ("who: {named: false}, source: practice", "keys-neither"),
    ("who: {classes: [member]}, source: practice", "keys-neither"),
    ("who: {}, source: practice", "keys-neither"),
    ("who: contact_point, source: practice", "value-unreadable"),
    ("who: {named: true}", "key-missing"),
  ])
  func `A value that says nobody, or nothing, is a fault with its place`(
    _ row: (role: String, code: String)
  ) throws {
    let refused = try #require(throws: PluginRefused.self) { try load(row.role) }
    let fault = refused.errors.first { $0.code.name == row.code }
    #expect(fault != nil, "\(refused.errors)")
    #expect(fault?.place?.file == "sample.yaml" && (fault?.place?.line ?? 0) > 10)
  }

  @Test(arguments: [
    "who: {seats: [contact_pont]}, source: practice", "who: {named: perhaps}, source: practice",
  ])
  func `A name that is misspelt is one fault, and not that nothing is told too`(_ role: String)
    throws
  {
    let refused = try #require(throws: PluginRefused.self) { try load(role) }
    #expect(refused.errors.count == 1, "\(refused.errors)")
  }

  @Test func `Roles that went through the log are the same roles`() throws {
    let rules = try load("who: {seats: [contact_point], named: true}, source: practice")
    #expect(try PluginFile.load(resolved: rules.resolved) == rules)
  }
}
