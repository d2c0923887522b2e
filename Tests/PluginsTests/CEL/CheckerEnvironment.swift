import Plugins

extension CEL.Environment {
  /// A network as rules see it, small.
  static let sample: CEL.Environment = {
    var environment = CEL.Environment()
    environment.variables = [
      "members": .list(.record("member")), "member": .record("member"), "now": .timestamp,
      "span": .duration, "n": .int, "name": .string, "d": .dyn, "maybe": .optional(.int),
      "ages": .map(.string, .int), "any": .map(.string, .dyn), "lists": .list(.list(.int)),
      "late": .optional(.record("member")), "votes": .list(.string), "meetings": .list(.int),
    ]
    environment.records["member"] = CEL.RecordKind(
      "member",
      [
        CEL.RecordKind.Field("id", .string), CEL.RecordKind.Field("class", .string),
        CEL.RecordKind.Field("since", .timestamp, isOptional: true),
        CEL.RecordKind.Field("seats", .list(.record("seat"))),
        CEL.RecordKind.Field("deputy", .optional(.string)),
      ])
    environment.records["seat"] = CEL.RecordKind("seat", [CEL.RecordKind.Field("place", .int)])
    return environment
  }()

  /// The fault that a text has in this environment; nil for a sound one.
  func fault(_ text: String) -> CEL.Fault? {
    do throws(CEL.Fault) {
      _ = try checked(text)
      return nil
    } catch {
      return error
    }
  }
}
