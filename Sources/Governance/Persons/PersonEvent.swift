package import Values

/// What is said of a person.
///
/// The personal fields go into the log sealed; an event that was read back has none of them.
package enum PersonEvent: EntityEvent {
  /// What the record says in clear; nil for what an event leaves as it is.
  package struct Profile: Hashable, Sendable {
    package let languages: [String]?
    package let specialities: [String]?

    package init(languages: [String]? = nil, specialities: [String]? = nil) {
      self.languages = languages
      self.specialities = specialities
    }

    fileprivate var json: JSON {
      .object(compacting: [
        ("languages", languages.map { .texts($0) }),
        ("specialities", specialities.map { .texts($0) }),
      ])
    }

    fileprivate init(_ reader: FieldReader) throws(Failure) {
      languages = try reader.optional("languages", FieldReader.texts)
      specialities = try reader.optional("specialities", FieldReader.texts)
    }
  }

  case registered(Profile, personal: [PersonalField])
  case revised(Profile, personal: [PersonalField])
  case erased(PersonErasure)
  case exported(PersonDisclosure)

  package static let schemas = [
    "person.registered": 1, "person.revised": 1, PersonErasure.type: 1, PersonDisclosure.type: 1,
  ]

  /// Nil for an event that says nothing new of the person.
  package var profile: Profile? {
    switch self {
    case .registered(let profile, _), .revised(let profile, _): profile
    case .erased, .exported: nil
    }
  }

  package var isRegistration: Bool {
    if case .registered = self { true } else { false }
  }

  package var type: String {
    switch self {
    case .registered: "person.registered"
    case .revised: "person.revised"
    case .erased: PersonErasure.type
    case .exported: PersonDisclosure.type
    }
  }

  package var data: JSON {
    switch self {
    case .registered(let profile, _), .revised(let profile, _): profile.json
    case .erased(let erasure): erasure.data
    case .exported(let disclosure): disclosure.data
    }
  }

  package var personal: [PersonalField] {
    switch self {
    case .registered(_, let personal), .revised(_, let personal): personal
    case .erased, .exported: []
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "person.registered": self = .registered(try Profile(reader), personal: [])
    case "person.revised": self = .revised(try Profile(reader), personal: [])
    case PersonErasure.type: self = .erased(try PersonErasure(reader))
    case PersonDisclosure.type: self = .exported(try PersonDisclosure(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}
