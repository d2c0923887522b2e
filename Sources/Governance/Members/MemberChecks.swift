import Plugins
import Values

/// What the acts on members ask of the rules alike.
enum MemberChecks {
  /// The code must be that of a state or territory of ISO 3166-1, or of an institution of the rules.
  static func check(code: MemberID, under rules: Rules) throws(Refusal) {
    guard Jurisdictions.contains(code.text) || rules.membership.institutions[code.text] != nil
    else {
      throw Refusal(
        .memberCodeUnknown, ["member": .text(code.text)],
        ways: [Note("use-iso-code", ["found": .text(code.text)])])
    }
  }

  static func check(class name: String, under rules: Rules) throws(Refusal) {
    guard rules.membership.memberClass(name) != nil else {
      let known = rules.membership.classes.map(\.name)
      throw Refusal(
        .classUnknown, ["class": .text(name)], ways: [Note("use-one-of", ["known": .list(known)])])
    }
  }
}

extension MemberChecks {
  /// The class that the member has on a day; a refusal when it has none.
  static func memberClass(of id: MemberID, on day: Day, in ledger: Ledger) throws(Refusal)
    -> String
  {
    guard let member = ledger[id] else {
      throw Refusal(
        .memberUnknown, ["member": .text(id.text)],
        ways: [Note("admit-member", ["member": .text(id.text)])])
    }
    guard let memberClass = member.memberClass(on: day) else {
      throw Refusal(
        .memberNotThen, ["member": .text(id.text), "day": .day(day)],
        ways: [Note("admit-member", ["member": .text(id.text)])])
    }
    return memberClass
  }
}

extension RefusalCode {
  static let memberUnknown = RefusalCode("member-unknown", exit: .notFound)
  static let memberNotThen = RefusalCode("member-not-then")
  static let classHeldAlready = RefusalCode("class-held-already")
  static let memberCodeUnknown = RefusalCode("member-code-unknown", exit: .badData)
  static let classUnknown = RefusalCode("class-unknown", exit: .badData)
  static let memberAdmittedAlready = RefusalCode("member-admitted-already")
  static let admissionByApplication = RefusalCode("admission-by-application")
  static let memberAdmittedLater = RefusalCode("member-admitted-later")
}
