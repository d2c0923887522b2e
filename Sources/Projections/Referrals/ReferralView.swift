import Governance
import Values

/// Each item that bodies hand to each other, once for each body that it came to: what that body sees of it.
///
/// `state` is that of the body; `at`, `outcome` and what follows are those of the whole, so that whoever handed it
/// over reads there what the last body made of it.
enum ReferralView: EntityView {
  static let definition = ViewDefinition(
    "referral", revision: 1,
    columns: [
      .text("referral"), .text("title"), .text("body"), .text("state"), .day("since"),
      .text("at"), .text("meeting"), .text("outcome"), .text("deliberation"), .day("ended_on"),
      .text("asks"), .text("sent_by"), .list("path"), .text("text"), .record("papers"),
      .int("rank"),
    ],
    key: ["referral", "body"], order: [.natural("referral"), .ascending("rank")])

  static func rows(of referral: Referral, on day: Day) -> [ViewRow] {
    guard let making = referral.making?.facts else { return [] }
    var bodies: [String] = []
    for body in referral.path where !bodies.contains(body) { bodies.append(body) }
    return bodies.enumerated().map { index, body in
      let mark = referral.mark(of: body)
      let values: [JSON] = [
        .text(referral.id.text), .text(making.title), .text(body),
        .orNull(referral.standing(of: body)?.rawValue), .orNull(mark?.effective),
        .orNull(referral.holder), .orNull(referral.isOpen ? referral.meeting?.text : nil),
        .orNull(referral.outcome?.rawValue), .orNull(referral.decision?.facts.deliberation.text),
        .orNull(referral.ending?.effective), .text(making.asks.rawValue),
        .orNull(making.deliberation?.text),
        .texts(referral.path), .orNull(referral.text), .list(referral.papers.map(\.data)),
        .orNull(index + 1),
      ]
      return ViewRow(values, event: referral.ending?.position ?? mark?.position)
    }
  }
}
