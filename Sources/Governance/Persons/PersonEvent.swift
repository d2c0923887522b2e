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

  package static let schemas = ["person.registered": 1, "person.revised": 1]

  package var profile: Profile {
    switch self {
    case .registered(let profile, _), .revised(let profile, _): profile
    }
  }

  package var isRegistration: Bool {
    if case .registered = self { true } else { false }
  }

  package var type: String { isRegistration ? "person.registered" : "person.revised" }

  package var data: JSON { profile.json }

  package var personal: [PersonalField] {
    switch self {
    case .registered(_, let personal), .revised(_, let personal): personal
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let profile = try Profile(FieldReader(data, of: type))
    switch type {
    case "person.registered": self = .registered(profile, personal: [])
    case "person.revised": self = .revised(profile, personal: [])
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}
