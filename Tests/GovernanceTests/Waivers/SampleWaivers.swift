import Governance
import Plugins
import TestKit
import Testing
import Values

/// Rules with guards that a body, a role or nobody may waive.
enum SampleWaivers {
  static let guards = """
    roles:
      chair: {grants: [member.admitted], source: practice}
    guards:
      - id: members.most
        on: [member.admitted]
        when: payload.class == 'member'
        require: size(members) < 1
        message: {en: "No more than one; {class}."}
        values: {class: payload.class}
        waiver: {by: [plenary, chair], reason: required}
        source: assumption
      - id: observers.fixed
        on: [member.admitted]
        when: payload.class == 'observer'
        require: size(members) < 1
        message: {en: "No observers."}
        source: charter
      - id: reason.free
        on: [member.ended]
        require: has(payload.reason)
        message: {en: "A reason, please."}
        waiver: {by: [secretariat], reason: optional}
        source: practice

    """

  static func rules() throws -> Rules {
    try PluginFile.load(text: SampleRules.text + "\n" + guards, file: "s.yaml").rules
  }

  /// A network with one member, which the guard `members.most` lets be the only one.
  static func network() throws -> SampleNetwork {
    let network = try SampleNetwork(adding: guards)
    try network.record("member admit", ["member": ["PT"], "class": ["member"]], on: "2026-01-10")
    return network
  }

  /// A deliberation of a body with an outcome.
  static func given(
    _ id: String, of body: String, adopted: Bool = true
  ) throws -> Given {
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: body, title: "Leave",
      matter: "default", method: .consensus)
    return try Given(rules: rules()).happened(
      adopted ? .adopted(resolution) : .rejected(resolution), to: #require(DeliberationID(id)))
  }
}

extension SampleNetwork {
  /// Waives a guard as the role that may.
  @discardableResult
  func waive(
    _ rule: String = "members.most", _ fields: [String: [String]] = [:],
    on day: String = "2026-11-20", as actor: String = "chair"
  ) throws -> Answer {
    let all = ["guard": [rule], "reason": ["Two at once"]].merging(fields) { $1 }
    return try record("guard waive", all, on: day, as: actor)
  }

  @discardableResult
  func join(
    _ member: String, as memberClass: String = "member", on day: String = "2026-11-23"
  ) throws -> Answer {
    try record("member admit", ["member": [member], "class": [memberClass]], on: day)
  }
}
