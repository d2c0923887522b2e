import Foundation
import Governance
import Testing
import Values

/// The form in which each event is stored, for ever: files that no later release may fail to read.
///
/// A new event type, or a new schema of one, comes with a file `Golden/TYPE.vSCHEMA.json` of canonical JSON
/// and a line's end. A file is never edited.
@Suite struct GoldenEventsTests {
  /// An event type of an entity with one of its schema numbers.
  struct Registered: CustomTestStringConvertible, Sendable {
    let type: String
    let schema: Int
    let newest: Int
    /// Nil for a correction, which stands in the stream of any entity.
    let kind: (any Entity.Type)?

    var file: String { "\(type).v\(schema).json" }
    var testDescription: String { file }
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  static let registered: [Registered] =
    EntityCatalogue.kinds.flatMap { kind in all(schemas(of: kind), of: kind) }
    + all(Correction.schemas, of: nil)

  private static func schemas<E: Entity>(of kind: E.Type) -> [String: Int] { E.Event.schemas }

  private static func all(_ schemas: [String: Int], of kind: (any Entity.Type)?) -> [Registered] {
    schemas.sorted { $0.key < $1.key }.flatMap { type, newest in
      (1...newest).map { Registered(type: type, schema: $0, newest: newest, kind: kind) }
    }
  }

  private static func again<E: Entity>(_ data: JSON, of type: String, as kind: E.Type) throws
    -> JSON
  {
    try E.Event(type: type, data: data).data
  }

  @Test(arguments: registered)
  func `A stored event of each type is read and written again, byte for byte`(
    _ event: Registered
  ) throws {
    let text = try String(
      contentsOf: Self.folder.appending(path: event.file), encoding: .utf8)
    let data = try JSON(parsing: text)
    let again =
      if let kind = event.kind { try Self.again(data, of: event.type, as: kind) } else {
        try Correction(type: event.type, data: data).data
      }
    #expect(String(decoding: again.canonical, as: UTF8.self) + "\n" == text)
  }

  @Test func `No two entities store an event under the same name`() {
    let names = Self.registered.filter { $0.schema == $0.newest }.map(\.type)
    #expect(names.count == Set(names).count)
  }

  @Test func `Each golden file is of an event that this program reads`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(files).subtracting(Self.registered.map(\.file)).isEmpty)
  }

  @Test(arguments: registered)
  func `An event without what its name promises is not read`(_ event: Registered) {
    #expect(throws: Failure.self) {
      if let kind = event.kind {
        _ = try Self.again(.list([]), of: event.type, as: kind)
      } else {
        _ = try Correction(type: event.type, data: .list([]))
      }
    }
  }
}
