package import Values

/// The events of one type that only this network has: how many there are, and which is the last.
///
/// What they carry stands in the events; the rules say how it is read.
package struct Register: Entity {
  package typealias Event = RegisterEntry

  package static let category = "register"
  package static let fold = 1

  /// The type of its events, such as `ejcn.guideline.published`.
  package let id: RegisterID
  package private(set) var count = 0
  /// The position of the last event; nil before the first.
  package private(set) var last: Int64?

  package init(id: RegisterID) { self.id = id }

  package mutating func evolve(with event: RegisterEntry, at mark: Mark) {
    count += 1
    last = mark.position
  }
}

extension Register {
  package var state: JSON {
    .object(compacting: [("count", .count(count)), ("last", last.map { .int($0) })])
  }

  package init(id: RegisterID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    count = try reader.int("count")
    last = try reader.optional("last", FieldReader.position)
  }
}

package typealias RegisterID = Identifier<Register>
