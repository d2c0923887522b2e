import Plugins
import Values

/// The fields that adding and editing a person have in common.
struct PersonEntry {
  static let fields: [ActField] = [
    ActField("email", .text, isPersonal: true), ActField("phone", .text, isPersonal: true),
    .optional("languages", .words), .optional("specialities", .texts),
  ]

  /// What is sealed, by slot: `name`, `email`, `phone`; in this order.
  let personal: [(slot: String, text: String)]
  let profile: PersonEvent.Profile

  init(_ input: ActInput) throws(Failure) {
    var personal: [(String, String)] = []
    for slot in ["name", "email", "phone"] where input.has(slot) {
      personal.append((slot, try input.text(slot)))
    }
    self.personal = personal
    profile = PersonEvent.Profile(
      languages: try input.has("languages") ? input.texts("languages") : nil,
      specialities: try input.has("specialities") ? input.texts("specialities") : nil)
  }

  var isEmpty: Bool {
    personal.isEmpty && profile.languages == nil && profile.specialities == nil
  }

  func sealed(of person: PersonID) -> [PersonalField] {
    personal.map { PersonalField(slot: $0.slot, subject: person.text, text: $0.text) }
  }

  /// An e-mail address has one @ between two parts, and no space; the refusal does not repeat it.
  func checkAddress() throws(Refusal) {
    guard let address = personal.first(where: { $0.slot == "email" })?.text else { return }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    let isAddress =
      parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
      && !address.contains { $0.isWhitespace || $0 == "," || $0 == ";" }
    guard isAddress else {
      throw Refusal(.addressUnreadable, ways: [Note("write-address")])
    }
  }

  /// A language is written as a tag of two or three small letters, such as `pt`.
  ///
  /// Source: BCP 47, the primary subtag of ISO 639.
  func checkLanguages() throws(Refusal) {
    for tag in profile.languages ?? [] {
      let isTag =
        (2...3).contains(tag.utf8.count) && tag.utf8.allSatisfy { (97...122).contains($0) }
      guard isTag else { throw Refusal(.languageUnknown, ["language": .text(tag)]) }
    }
  }
}

/// What the acts on persons ask of the state alike.
enum PersonChecks {
  /// Refuses a person who is not registered, or who was erased.
  static func check(_ id: PersonID, in ledger: Ledger) throws(Refusal) {
    try checkRegistered(id, in: ledger)
    guard ledger[id]?.erasedBy == nil else {
      throw Refusal(.personErased, ["person": .text(id.text)], ways: [Note("add-person")])
    }
  }

  static func checkRegistered(_ id: PersonID, in ledger: Ledger) throws(Refusal) {
    guard ledger[id]?.registeredBy != nil else {
      throw Refusal(.personUnknown, ["person": .text(id.text)], ways: [Note("add-person")])
    }
  }
}

extension RefusalCode {
  static let personUnknown = RefusalCode("person-unknown", exit: .notFound)
  static let personErased = RefusalCode("person-erased")
  static let personUnchanged = RefusalCode("person-unchanged", exit: .badData)
  static let addressUnreadable = RefusalCode("address-unreadable", exit: .badData)
  static let languageUnknown = RefusalCode("language-unknown", exit: .badData)
}
