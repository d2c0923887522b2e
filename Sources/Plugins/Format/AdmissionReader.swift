/// Reads how states come in.
enum AdmissionReader {
  static func admission(_ section: inout Section) -> AdmissionRule? {
    let decided = section.decidedBy()
    let opinion = section.optional("opinion", .reference("body", to: section.context.bodies))
    guard let clause = section.clause(), let decided else { return nil }
    return AdmissionRule(
      decidedBy: decided.body, matter: decided.matter, opinion: opinion, clause: clause)
  }
}
