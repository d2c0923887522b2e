package import Governance
package import Values

/// Who belongs to the network on a day, and in which class.
///
/// A member stands here from the first day that its admission may mean until the day on which its
/// membership ends. `since` is the day on which the present class began.
package enum MemberView: EntityView {
  package static let definition = ViewDefinition(
    "member", revision: 1,
    columns: [.text("member"), .text("class"), .partialDay("since")],
    key: ["member"], order: [.ascending("member")])

  package static func rows(of member: Member, on day: Day) -> [ViewRow] {
    guard let tenure = member.tenure(on: day) else { return [] }
    let values: [JSON] = [
      .text(member.id.text), .text(tenure.memberClass), .orNull(tenure.from),
    ]
    return [ViewRow(values, event: tenure.begunBy)]
  }

  package static func turningDays(of member: Member) -> [Day] {
    member.tenures.flatMap { [$0.from.first, $0.until?.first].compactMap(\.self) }
  }
}
