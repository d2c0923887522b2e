import Plugins
package import Values

/// An event of a type that only this network has, stored under that name.
///
/// The rules know its fields and versions, so that the program has no schema of it.
package struct RegisterEntry: EntityEvent {
  /// None: the types are those of the rules.
  package static let schemas: [String: Int] = [:]

  package let type: String
  /// The version of the payload; 1 for one that was read, whose version stands beside it in the log.
  package let schema: Int
  package let data: JSON

  package init(type: String, version: Int, payload: JSON) {
    (self.type, schema, data) = (type, version, payload)
  }

  package init(type: String, data: JSON) throws(Failure) {
    guard RegisterID(type) != nil, type.contains("."), !BuiltInEvents.types.contains(type) else {
      throw Failure(.eventUnknown, ["type": .text(type)])
    }
    _ = try FieldReader(data, of: type)
    self.init(type: type, version: 1, payload: data)
  }
}
