import Plugins
import Values

/// What is to be said of a procedure that decided nothing: who objected, how it ended and what follows, or that it
/// goes on.
///
/// How members voted is never among it: of a vote that lapsed only how many answered.
extension ProcedureRecord {
  var course: [Statement] {
    guard deliberation == nil else { return [] }
    return objected + [broken].compactMap(\.self) + retracted
      + [lapsed, withdrawn, ongoing].compactMap(\.self)
  }

  /// Each objection in time with its words, in the order of the log.
  private var objected: [Statement] {
    procedure.objections.filter { !$0.facts.isLate }.map { objection in
      let facts = objection.facts
      let values = moment(facts.at).merging([
        "member": .text(facts.member.text), "means": .text(facts.means.rawValue),
      ]) { $1 }
      let place = "\(id).objection.\(objection.position)"
      guard let text = facts.text else {
        return Statement("procedure-objection", at: place, values, events: [objection.position])
      }
      return Statement(
        "procedure-objection-worded", .quote, at: place,
        values.merging(["text": .text(text)]) { $1 }, events: [objection.position])
    }
  }

  private var broken: Statement? {
    procedure.breaking.map { breaking in
      let facts = breaking.facts
      return Statement(
        "procedure-broken", at: "\(id).broken",
        moment(facts.at).merging([
          "kind": .text(opening.facts.kind.rawValue), "n": .int(facts.objections.count),
          "then": .text(facts.consequence.rawValue),
        ]) { $1 }, events: [breaking.position])
    }
  }

  private var lapsed: Statement? {
    guard let result = procedure.result, result.facts.outcome == .lapsed else { return nil }
    return Statement(
      "procedure-lapsed", at: "\(id).lapsed",
      [
        "n": .int(result.facts.answered.count), "addressees": .int(result.facts.addressees.count),
      ], events: [result.position])
  }

  private var withdrawn: Statement? {
    procedure.withdrawal.map { withdrawal in
      Statement(
        "procedure-withdrawn", at: "\(id).withdrawn",
        moment(withdrawal.facts.at).merging(["reason": .text(withdrawal.facts.reason)]) { $1 },
        events: [withdrawal.position])
    }
  }

  private var ongoing: Statement? {
    guard procedure.stage.isOngoing else { return nil }
    return Statement(
      "procedure-ongoing", at: "\(id).ongoing",
      ["stage": .text(procedure.stage.rawValue)], events: [position])
  }
}
