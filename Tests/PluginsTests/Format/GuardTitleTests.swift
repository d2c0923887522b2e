import Plugins
import Testing
import Values

/// What a guard says of an act that it lets pass.
@Suite struct GuardTitleTests {
  private static func load(_ title: String) throws -> Rules {
    let message = "    message: {en: \"{class}: no.\", pt: \"{class}: não.\"}"
    let text = SamplePlugin.written.replacing(
      "obligations:",
      with: """
          - id: titled
            on: [member.admitted]
            require: payload.class != ''
            source: assumption
            title: \(title)
        \(message)
            values: {class: payload.class}
        obligations:
        """)
    return try PluginFile.load(text: text, file: "s.yaml").rules
  }

  private static func codes(_ title: String) throws -> [String] {
    try #require(throws: PluginRefused.self) { try load(title) }.errors.map(\.code.name)
  }

  @Test(arguments: [("en", "Members have a class."), ("pt", "Os membros têm uma categoria.")])
  func `A guard may say what it asks for, beside what it says when it is not met`(
    _ row: (language: String, words: String)
  ) throws {
    let rules = try Self.load("{en: Members have a class., pt: Os membros têm uma categoria.}")
    let rule = try #require(rules.guards.first { $0.id == "titled" })
    #expect(rule.title?.text(in: row.language) == row.words)
    #expect(rule.message.text(in: row.language).hasPrefix("{class}"))
    #expect(rules.guards.filter { $0.id != "titled" }.allSatisfy { $0.title == nil })
  }

  @Test(arguments: [
    ("{en: Members have a class.}", "text-missing"),
    ("{en: \"{class} is one.\", pt: Uma.}", "placeholder-unknown"),
    ("{en: \"{class is one.\", pt: Uma.}", "message-unread"), ("Members", "value-unreadable"),
  ])
  func `It is said in each language of the network and quotes no value`(
    _ row: (title: String, code: String)
  ) throws {
    #expect(try Self.codes(row.title) == [row.code])
  }
}
