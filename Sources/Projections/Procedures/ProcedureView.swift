import Governance
import Plugins
import Values

/// Each written and silence procedure: who was told, who has answered, when its time ends, what came of it.
enum ProcedureView: EntityView {
  static let definition = ViewDefinition(
    "procedure", revision: 2,
    columns: [
      .text("procedure"), .text("rule"), .text("kind"), .text("body"), .text("title"),
      .text("matter"), .text("stage"), .bool("urgent"), .day("opened"), .text("from"),
      .text("expires"), .text("ends"), .text("zone"), .list("addressees"),
      .list("without_notice"), .list("answered"), .list("unanswered"), .int("turnout"),
      .record("names"), .record("objections"), .record("late_objections"), .record("retractions"),
      .day("ended"), .text("outcome"),
      .text("deliberation"), .text("then"), .text("follows"), .text("reason"),
      .day("published"), .text("identifier"), .text("text"), .list("papers"),
    ],
    key: ["procedure"], order: [.natural("procedure")])

  static func rows(of procedure: Procedure, on day: Day) -> [ViewRow] {
    guard let opening = procedure.opening?.facts else { return [] }
    let head: [JSON] = [
      .text(procedure.id.text), .text(opening.rule), .text(opening.kind.rawValue),
      .text(opening.body), .text(opening.title), .text(opening.matter),
      .text(procedure.stage.rawValue), .bool(opening.isUrgent),
      .orNull(procedure.opening?.mark.effective),
    ]
    let tail: [JSON] = [
      .orNull(procedure.publication?.mark.effective),
      .orNull(procedure.publication?.facts.identifier), .orNull(opening.text),
      .texts(opening.papers),
    ]
    let values = head + time(procedure, opening) + voices(procedure) + end(procedure) + tail
    return [ViewRow(values, event: position(procedure))]
  }

  private static func time(_ procedure: Procedure, _ opening: ProcedureOpening) -> [JSON] {
    [
      .orNull(procedure.clock?.facts.from.description), .orNull(procedure.expires?.description),
      .orNull(procedure.expiresLocal), .text(opening.zone),
    ]
  }

  private static func voices(_ procedure: Procedure) -> [JSON] {
    let notified = Set(procedure.notified)
    let answered = procedure.votes.map(\.member)
    let isWritten = procedure.opening?.facts.kind == .written
    let unanswered = isWritten ? procedure.addressees.filter { !answered.contains($0) } : []
    // How anybody voted is told when the vote has closed, and all of it at once.
    let told = procedure.hidesVotes ? [] : procedure.votes
    let names = told.map { vote -> JSON in
      ["member": .text(vote.member.text), "vote": .text(vote.vote.rawValue)]
    }
    let late = procedure.objections.map(\.facts).filter(\.isLate)
    return [
      .ids(procedure.addressees), .ids(procedure.addressees.filter { !notified.contains($0) }),
      .ids(answered), .ids(unanswered), isWritten ? .orNull(answered.count) : .null,
      names.isEmpty ? .null : .list(names),
      list(procedure.standing.map(\.data)), list(late.map(\.data)),
      list(procedure.retractions.map(\.facts.data)),
    ]
  }

  private static func list(_ voices: [JSON]) -> JSON {
    voices.isEmpty ? .null : .list(voices)
  }

  private static func end(_ procedure: Procedure) -> [JSON] {
    let mark = procedure.withdrawal?.mark ?? procedure.breaking?.mark ?? procedure.result?.mark
    return [
      .orNull(mark?.effective), procedure.stage.isOngoing ? .null : .text(procedure.stage.rawValue),
      .orNull(procedure.result?.facts.deliberation?.text),
      .orNull(procedure.breaking?.facts.consequence.rawValue),
      .orNull(procedure.opening?.facts.follows?.text),
      .orNull(procedure.withdrawal?.facts.reason),
    ]
  }

  private static func position(_ procedure: Procedure) -> Int64? {
    procedure.publication?.position ?? procedure.withdrawal?.position
      ?? procedure.breaking?.position ?? procedure.result?.position
      ?? procedure.clock?.position ?? procedure.opening?.position
  }
}
