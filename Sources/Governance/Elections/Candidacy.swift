import Values

/// A member that was named as a candidate, whether it accepted, and whether it withdrew.
package struct Candidacy: Hashable, Sendable {
  /// How a candidate stands.
  package enum Standing: String, CaseIterable, Sendable {
    /// It has not accepted yet.
    case named
    case standing
    case elected
    /// It did not go on to the next round, or the election has closed without it.
    case out
    case withdrawn
  }

  package let naming: Recorded<CandidateNaming>
  package private(set) var acceptance: Recorded<CandidateStep>?
  package private(set) var withdrawal: Recorded<CandidateStep>?

  package init(_ naming: Recorded<CandidateNaming>) { self.naming = naming }

  package var member: MemberID { naming.facts.member }
  package var isStanding: Bool { acceptance != nil && withdrawal == nil }

  mutating func accept(_ acceptance: Recorded<CandidateStep>) { self.acceptance = acceptance }

  mutating func withdraw(_ withdrawal: Recorded<CandidateStep>) { self.withdrawal = withdrawal }

  /// The event that says how it stands, as far as its own events do.
  package var position: Int64 {
    withdrawal?.position ?? acceptance?.position ?? naming.position
  }
}

extension Candidacy {
  var json: JSON {
    .object(compacting: [
      ("naming", naming.json), ("acceptance", acceptance?.json), ("withdrawal", withdrawal?.json),
    ])
  }

  init(_ json: JSON) throws(Failure) {
    let reader = try FieldReader(json, of: Election.category)
    naming = try Recorded(reader.fields["naming"] ?? .null, of: Election.category)
    acceptance = try reader.recorded("acceptance")
    withdrawal = try reader.recorded("withdrawal")
  }
}

extension Election {
  /// How a candidacy stands beside the rounds; a former one of a member that was named again is withdrawn.
  package func standing(of candidacy: Candidacy) -> Candidacy.Standing {
    if candidacy.withdrawal != nil { return .withdrawn }
    if elected.contains(candidacy.member) { return .elected }
    if closing != nil { return .out }
    guard candidacy.acceptance != nil else { return rounds.isEmpty ? .named : .out }
    return standing.contains(candidacy.member) ? .standing : .out
  }
}
