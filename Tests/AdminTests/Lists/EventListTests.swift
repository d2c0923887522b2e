import Foundation
import Testing
import Values

@testable import admin

/// `event list TYPE`: the events of a type of its own, and no silence about a type that is none.
@Suite struct EventListTests {
  /// A founded network of one kind of event of its own.
  private static func with(
    events: String, _ body: (SampleNetwork) throws -> Void
  ) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    let network = SampleNetwork(folder: root.path)
    _ = try network.file(
      "network.yaml",
      """
      format: plugin/1
      id: forum
      version: 1.0.0
      extends: blank@1
      recording_since: 2026-01-01
      languages: [en]
      timezone: UTC
      title: {en: Forum}
      basis: {act: Founding act}
      founding: {on: 2026, instrument: Act, source: act}
      \(events)

      """)
    let founded = network.run("apply --founding")
    try #require(founded.status == .done, "\(founded.talk)")
    try body(network)
  }

  private static let trainings = """
    events:
      training.held:
        version: 1
        title: {en: Training held}
        payload:
          type: object
          properties: {on: {type: day}, host: {type: string}, participants: {type: integer}}
          required: [on, host]
    """

  private static let register = "event register training.held --set on=2026-11-20 --set host=KH"

  @Test func `A type of the rules lists its events, also when there is none yet`() throws {
    try Self.with(events: Self.trainings) { network in
      let before = network.run("event list training.held --json")
      #expect(before.status == .done, "\(before.talk)")
      #expect(try JSON(parsing: before.output) == .list([]))
      let registered = network.run(Self.register)
      try #require(registered.status == .done, "\(registered.talk)")
      #expect(try network.json("event list training.held").list?.count == 1)
      #expect(try network.json("event list").list?.count == 1)
    }
  }

  @Test(arguments: [
    ("training.hold", "Did you mean `training.held`?"), ("trainings", "Use one of these: "),
    ("meeting.opened", "Use one of these: "),
  ])
  func `A type that the network does not have is refused with those it has`(
    _ row: (type: String, words: String)
  ) throws {
    try Self.with(events: Self.trainings) { network in
      try #require(network.run(Self.register).status == .done)
      for line in ["event list \(row.type)", "event list \(row.type) --json"] {
        let told = network.run(line)
        #expect(told.status == .notFound, "\(line)")
        #expect(told.output.isEmpty)
        #expect(told.talk.contains("event-type-unknown"))
        #expect(told.talk.contains("training.held"))
      }
      let told = network.run("event list \(row.type)").talk
      #expect(told.contains(row.words), "\(told)")
    }
  }

  @Test func `A network without types of its own says that the rules name none`() throws {
    try Self.with(events: "") { network in
      #expect(network.run("event list").status == .done)
      let told = network.run("event list training.held")
      #expect(told.status == .notFound)
      #expect(told.talk.contains("The rules name none"), "\(told.talk)")
    }
  }
}
