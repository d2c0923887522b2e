/// One thing between a decision and what came of it.
package struct ChainLink: Hashable, Sendable {
  /// What it is: a noun of the glossary.
  package enum Kind: String, CaseIterable, Sendable {
    case meeting, referral, deliberation, programme, action, deliverable, report
  }

  /// What tells it from all others.
  package struct Name: Hashable, Sendable {
    package let kind: Kind
    package let id: String
  }

  package let name: Name
  package let title: String
  /// As much of its day as is known, as the views write it; empty for none.
  package let on: String
  package let status: String
  /// The event that explains it.
  package let event: Int64?

  init(
    _ kind: Kind, _ id: String, title: String? = nil, on: String? = nil, status: String? = nil,
    event: Int64? = nil
  ) {
    name = Name(kind: kind, id: id)
    self.title = title ?? ""
    self.on = on ?? ""
    self.status = status ?? ""
    self.event = event
  }
}
