import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// Rules with a role of each kind, and a network in which some of them are filled.
enum SampleRoles {
  static let written = """
    roles:
      authority: {grants: [appointment.made, appointment.ended], scope: own_state, who: {seats: [contact_point]}, source: charter}
      chair: {grants: [meeting.convened], who: {chairs: [board]}, source: charter}
      clerk: {grants: [person.registered, role.assigned], who: {named: true}, source: practice}
      office: {grants: [member.admitted], source: practice}
      trio: {grants: [meeting.planned], who: {bodies: [board], classes: [member]}, source: practice}
      voters: {grants: [meeting.cancelled], who: {bodies: [plenary]}, source: practice}

    """

  static func rules() throws -> Rules {
    try PluginFile.load(text: SampleRules.text + "\n" + written, file: "s.yaml").rules
  }

  /// PT and ES are members with a contact point, MT a member without, EUROJUST observes; PT chairs the board.
  static func network(adding more: String = "") throws -> SampleNetwork {
    let network = try SampleNetwork(adding: written + more)
    for (member, held) in [
      ("PT", "member"), ("ES", "member"), ("MT", "member"), ("EUROJUST", "observer"),
    ] {
      try network.record(
        "member admit", ["member": [member], "class": [held]], on: "2026-01-10")
    }
    for (number, member) in [(1, "PT"), (2, "ES")] {
      try network.record("person add", ["name": ["Person \(number)"]])
      try network.record(
        "seat appoint",
        ["member": [member], "kind": ["contact_point"], "person": ["H-\(number)"]],
        on: "2026-02-01")
    }
    try network.record("person add", ["name": ["Person 3"]])
    try network.record("board rotate", ["body": ["board"]], on: "2026-02-01")
    return network
  }
}

extension SampleNetwork {
  /// The codes that stand against an act asked by somebody; empty when it is accepted.
  func refusals(
    _ act: String, _ fields: [String: [String]], as actor: String, on day: String = "2026-06-01"
  ) throws -> [String] {
    let answer = try record(act, fields, on: day, mode: .trial, as: actor)
    #expect((answer.verdict == .refused) == !answer.reasons.refusals.isEmpty)
    return answer.reasons.refusals.map(\.code)
  }
}
