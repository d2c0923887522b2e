package import Values

package typealias PersonID = Identifier<Person>

/// Somebody who holds seats, known to the record by a number; name, e-mail and telephone stand sealed only.
package struct Person: Entity {
  package typealias Event = PersonEvent

  package static let category = "person"
  package static let fold = 2

  package let id: PersonID
  /// Tags such as `pt`, in the order given.
  package private(set) var languages: [String] = []
  /// In the order given.
  package private(set) var specialities: [String] = []
  /// The position of the event that registered the person; nil before it.
  package private(set) var registeredBy: Int64?
  /// The position of the last event that said something of the person.
  package private(set) var revisedBy: Int64?
  /// The position of the event that erased the person; nil while nothing was erased.
  package private(set) var erasedBy: Int64?

  package init(id: PersonID) { self.id = id }

  package mutating func evolve(with event: PersonEvent, at mark: Mark) {
    if event.isRegistration { registeredBy = mark.position }
    if case .erased = event {
      (languages, specialities) = ([], [])
      (revisedBy, erasedBy) = (mark.position, mark.position)
    }
    guard let profile = event.profile, erasedBy == nil else { return }
    revisedBy = mark.position
    if let languages = profile.languages { self.languages = languages }
    if let specialities = profile.specialities { self.specialities = specialities }
  }
}

extension Person {
  package var state: JSON {
    .object(compacting: [
      ("languages", .texts(languages)), ("specialities", .texts(specialities)),
      ("registered_by", registeredBy.map { .int($0) }), ("revised_by", revisedBy.map { .int($0) }),
      ("erased_by", erasedBy.map { .int($0) }),
    ])
  }

  package init(id: PersonID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    languages = try reader.texts("languages")
    specialities = try reader.texts("specialities")
    registeredBy = try reader.optional("registered_by", FieldReader.position)
    revisedBy = try reader.optional("revised_by", FieldReader.position)
    erasedBy = try reader.optional("erased_by", FieldReader.position)
  }
}
