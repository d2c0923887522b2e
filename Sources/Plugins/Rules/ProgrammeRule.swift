package import Values

/// How long a programme lasts and which body adopts it.
package struct ProgrammeRule: Hashable, Sendable {
  package var length: Period
  package var adoptedBy: String
  /// The kind of matter whose majority adopts it.
  package var matter: String
  package var clause: Clause

  package init(length: Period, adoptedBy: String, matter: String, clause: Clause) {
    self.length = length
    self.adoptedBy = adoptedBy
    self.matter = matter
    self.clause = clause
  }
}

/// How thematic subgroups come and go.
package struct SubgroupRule: Hashable, Sendable {
  package var createdBy: String
  package var matter: String
  /// The longest mandate; nil for no known limit.
  package var longest: Period?
  /// How long after the last day of its mandate a subgroup ends by itself; nil where nothing ends it but an act.
  package var endsAfter: Period?
  /// What subgroups inherit and may set; nil where nothing is laid down.
  package var terms: SubgroupTermsRule?
  package var clause: Clause

  package init(
    createdBy: String, matter: String, longest: Period?, endsAfter: Period? = nil,
    terms: SubgroupTermsRule? = nil, clause: Clause
  ) {
    self.endsAfter = endsAfter
    self.terms = terms
    self.createdBy = createdBy
    self.matter = matter
    self.longest = longest
    self.clause = clause
  }
}

/// Something the network owes after each meeting of a series, or in each period.
package struct OutputRule: Hashable, Sendable {
  package enum Occasion: Hashable, Sendable {
    case meeting(series: String)
    case period(Period)
  }

  package enum Numbering: String, CaseIterable, Sendable {
    case meeting
    /// `2025/1`: the ordinal within the year.
    case yearOrdinal = "year_ordinal"
  }

  /// Such as `outcome_report`.
  package var id: String
  package var title: LocalText
  package var occasion: Occasion
  /// Counted from the meeting's last day, or from the period's last day; nil when no deadline is known.
  package var within: Period?
  package var numbering: Numbering
  package var clause: Clause

  package init(
    id: String, title: LocalText, occasion: Occasion, within: Period?, numbering: Numbering,
    clause: Clause
  ) {
    self.id = id
    self.title = title
    self.occasion = occasion
    self.within = within
    self.numbering = numbering
    self.clause = clause
  }
}
