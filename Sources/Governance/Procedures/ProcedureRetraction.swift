package import Values

/// A member takes back that it objected, proposed an amendment or asked for a meeting.
package struct ProcedureRetraction: EventFacts {
  package let member: MemberID
  package let at: Instant
  /// Whether the procedure had been broken and goes on.
  package let resumes: Bool
  package let reason: String?

  package init(member: MemberID, at: Instant, resumes: Bool, reason: String? = nil) {
    (self.member, self.at, self.resumes, self.reason) = (member, at, resumes, reason)
  }

  package var data: JSON {
    .object(compacting: [
      ("member", .text(member.text)), ("at", .text(at.description)), ("resumes", .bool(resumes)),
      ("reason", reason.map { .text($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    member = try reader.id("member")
    at = try reader.instant("at")
    resumes = try reader.bool("resumes")
    reason = try reader.optional("reason", FieldReader.text)
  }
}
